import type { SentenceWords } from './sentence-words.ts';

export const id: SentenceWords = {
  each: 'setiap tiap semua seluruh masing-masing',
  article: 'suatu sebuah seorang para ini itu tersebut baru',
  of: 'tentang untuk bagi milik dari mengenai',
  at: 'di ke pada dalam oleh melalui berdasarkan setelah sebelum saat ketika jika bila agar supaya karena sehingga hingga sampai antara sesuai kepada terhadap secara',
  have: 'memiliki mempunyai berisi memuat terdiri_dari terdiri_atas meliputi mencakup dilengkapi_dengan',
  keep: 'menyimpan disimpan simpan mencatat dicatat catat merekam direkam mendata didata menginput diinput input memasukkan dimasukkan mengisi diisi isi mendaftarkan didaftarkan mendaftar menambahkan menambah membuat menentukan menyertakan',
  is: 'adalah ialah merupakan harus wajib dapat bisa boleh akan perlu mampu',
  who: 'sistem aplikasi kami kita pengguna user saya admin',
  info: 'data informasi atribut kolom field detail rincian berikut sebagai_berikut',
  with: 'dengan seperti termasuk yaitu yakni berupa antara_lain beserta lengkap_dengan',
  which: 'apa siapa kapan mana bagaimana berapa apakah',
  it: 'ia dia mereka nya hal_ini',
  small: 'juga selalu hanya saja secara_otomatis otomatis minimal minimum baru lainnya',
  and: 'dan serta',
  or: 'atau',
  not: 'tidak bukan tanpa belum jangan tak',
  attribute:
    'nama nomor nomer no kode judul jenis tipe kategori kelas golongan tingkat status kondisi keadaan warna ukuran merek merk model pabrikan bahan satuan plat tempat lokasi kota negara jalan alamat provinsi kabupaten kecamatan kelurahan desa rt rw wilayah ruang ruangan lantai gender kelamin agama bahasa kewarganegaraan subjek topik tema tujuan alasan hasil metode sumber asal format versi penulis pengarang penerbit kontak umur usia berat tinggi panjang lebar volume kapasitas jumlah kuantitas qty stok nominal harga biaya tarif total subtotal tanggal tgl waktu jam hari bulan tahun awal akhir mulai selesai durasi periode frekuensi suhu prioritas rating nilai skor komentar catatan keterangan deskripsi teks isi gambar foto file berkas dokumen lampiran tautan link email telepon telp hp username password sandi peran role jabatan divisi departemen jurusan bagian perusahaan instansi pekerjaan profesi gaji diskon pajak bunga saldo spesies ras isbn barcode sku rak dosis persentase pemilik pemasok supplier penanggung keluhan diagnosa diagnosis resep tenor cicilan nik nip nis nisn nim npm npwp nidn ktp pic detail spesifikasi posisi',
};
