import type { SentenceWords } from './sentence-words.ts';

export const tr: SentenceWords = {
  each: 'her tum butun',
  article: 'bir bu yeni',
  of: 'hakkinda ait',
  at: 'gore sonra once kadar ile',
  have: 'icerir icermeli vardir bulunur olusur sahiptir',
  keep: 'tutulur tutulmali tutulmalidir kaydedilir kaydedilmeli kaydedilmelidir kaydedilecektir kaydederiz kaydeder saklanir saklanmali saklanmalidir saklar girilir yazilir yazariz bilinmeli istiyoruz gerekir gereklidir lazim belirtilir belirtilmelidir',
  is: 'olmali olmalidir edilir edilmeli olur olacak',
  who: 'sistem uygulama biz ben kullanici',
  info: 'bilgi bilgiler bilgileri veri veriler alanlar alan ozellikler asagidaki',
  with: 'ile gibi iceren',
  which: 'hangi kim ne_zaman nerede kac',
  it: 'o onlar bunlar onun',
  small: 'icin da de ayrica sadece her_zaman en_az diger',
  and: 've ile',
  or: 'veya ya_da',
  not: 'degil yok asla hic',
  attribute:
    'ad adi isim soyad soyadi numara numarasi no kod kodu baslik basligi tur turu tip tipi sinif sinifi kategori kategorisi seviye durum durumu renk rengi boyut boyutu marka markasi model modeli uretici malzeme birim plaka plakasi yer yeri konum konumu sehir ulke adres adresi bolge oda kat cinsiyet dil konu konusu amac neden sonuc yontem kaynak yazar yazari iletisim yas kilo agirlik agirligi yukseklik uzunluk genislik hacim kapasite kapasitesi miktar miktari adet fiyat fiyati ucret ucreti tutar tutari toplam tarih tarihi saat saati gun ay yil yili baslangic bitis sure suresi sicaklik oncelik puan puani yorum not notlar notu aciklama aciklamasi metin resim fotograf dosya belge eposta e-posta telefon telefonu sifre rol gorev gorevi bolum sirket meslek maas indirim vergi bakiye tur irk irki isbn raf doz deger yuzde sahip sahibi tedarikci uzmanlik uzmanligi',
};
