import type { Lexicon } from './lexicon.ts';

export const id: Lexicon = {
  language: 'id',
  names: {
    email: '(?:alamat )?e-?mail|surel',
    phone:
      '(?:nomor|no\\.?) (?:telepon|telp|telpon|hp|handphone|ponsel|whatsapp|wa)|telepon|telp|hp|handphone',
    url: 'tautan|situs(?: web)?|alamat web|link',
    secret: '(?:kata )?sandi|password',
    money:
      'harga(?: \\w+)*|biaya(?: \\w+)*|tarif(?: \\w+)*|nominal(?: \\w+)*|gaji(?: \\w+)*|saldo(?: \\w+)*|anggaran|omzet|denda|tagihan|subtotal|sub total|total(?: (?:harga|biaya|bayar|pembayaran|belanja|tagihan))?|jumlah (?:bayar|uang(?: \\w+)*|pembayaran|tagihan)|uang (?:diterima|kembali|muka)|kembalian',
    datetime: 'tanggal (?:dan|&) (?:waktu|jam)|waktu(?: \\w+)*|stempel waktu',
    date: 'tanggal(?: \\w+)*|tgl(?: \\w+)*|jatuh tempo|tenggat(?: waktu)?|batas waktu',
    integer:
      'jumlah(?: \\w+)*|stok(?: \\w+)*|kuantitas|qty|umur|usia|tahun(?: \\w+)*|durasi|kapasitas|kuota|poin|urutan|semester|angkatan|lama (?:pinjam|sewa|\\w+)|lantai',
    number:
      'berat(?: badan)?|tinggi(?: badan)?|panjang|lebar|luas|jarak|suhu|volume|bobot|nilai(?: (?:akhir|ujian|tugas|rata-rata))?|garis (?:lintang|bujur)',
    percent: 'persentase|diskon|potongan|pajak|ppn|bunga',
    boolean: 'aktif|tersedia|lunas|selesai|disetujui|terverifikasi|dihapus|apakah \\w+|sudah \\w+',
    text: 'deskripsi(?: \\w+)*|keterangan|catatan(?: \\w+)*|komentar|isi(?: \\w+)*|alasan(?: \\w+)*|pesan|ringkasan|keluhan|ulasan|uraian|diagnosa|riwayat penyakit',
    list: 'foto-foto|gambar-gambar|daftar (?:foto|gambar|label)',
  },
  types: {
    string: 'string|teks pendek|karakter|varchar|gambar|foto|berkas|jam',
    text: 'teks(?: panjang)?|paragraf',
    integer: 'bilangan bulat|angka bulat|integer|int',
    number: 'angka|numerik|bilangan',
    decimal: 'desimal|bilangan desimal',
    money: 'mata uang|rupiah|uang|rp',
    boolean: 'ya ?/ ?tidak|benar ?/ ?salah|boolean|centang',
    date: 'tanggal',
    datetime: 'tanggal (?:dan|&) (?:waktu|jam)|tanggal/waktu|stempel waktu',
    enum: 'pilihan|enumerasi|enum|opsi',
    list: 'daftar|larik|array',
    reference: 'kunci (?:asing|tamu)|relasi(?: ke)?|referensi(?: ke)?|fk',
    secret: 'sandi|hash|terenkripsi',
    json: 'objek|json',
    percent: 'persentase|persen',
    email: 'e-?mail|surel',
    phone: '(?:nomor )?telepon',
  },
  headers: {
    name: '(?:nama )?(?:kolom|field|atribut|bidang|properti)|kolom|nama|elemen',
    type: 'tipe(?: data)?|jenis(?: data)?|format',
    description: 'deskripsi|keterangan|penjelasan|catatan|fungsi',
    required: 'wajib(?: diisi)?|harus diisi|diperlukan',
    null: 'null|boleh kosong',
    unique: 'unik',
    default: '(?:nilai )?(?:default|bawaan)|nilai awal',
    constraints: 'batasan|aturan|validasi|kendala|ketentuan',
    values: 'nilai(?: yang mungkin)?|pilihan|opsi',
    entity: 'entitas|(?:nama )?tabel|model|kelas|objek|koleksi',
    fields:
      '(?:daftar )?(?:atribut|kolom|field|properti|bidang)(?: (?:utama|penting|kunci))?|data(?: utama)?',
    key: 'kunci|pk|pk/fk',
    length: 'panjang|ukuran',
    relations: 'relasi|hubungan',
    example: 'contoh',
    label: 'label',
  },
  flags: {
    required: 'wajib(?: diisi)?|harus diisi|diperlukan|tidak boleh kosong',
    optional: 'opsional|tidak wajib|boleh kosong|jika ada|bila ada',
    unique: 'unik|tidak boleh (?:sama|duplikat|ganda)',
    automatic: 'otomatis|secara otomatis|dibuat oleh sistem|dihitung',
    yes: 'ya|y|benar|x',
    no: 'tidak|t|salah',
    default: 'default|bawaan|nilai awal|awalnya',
    key: 'kunci utama|primary key|pk',
    readOnly: 'hanya baca|tidak (?:dapat|bisa) diubah',
    secret: 'terenkripsi|dienkripsi|di-hash',
    foreignKey: 'kunci (?:asing|tamu)|fk|relasi ke|merujuk ke|mengacu ke',
    positive: 'positif|lebih (?:besar )?dari (?:0|nol)',
    notNegative: 'tidak (?:boleh )?negatif|tidak boleh minus|minimal (?:0|nol)',
    atLeast: 'minimal|minimum|paling sedikit|setidaknya|sekurang-kurangnya|min\\.?',
    atMost: 'maksimal|maksimum|paling banyak|hingga|max\\.?|maks\\.?',
    characters: 'karakter|huruf|digit',
  },
  and: 'dan|serta|beserta',
  or: 'atau|maupun',
  articles:
    'setiap|semua|seluruh|para|suatu|sebuah|seorang|beberapa|berbagai|satu|banyak|tiap|masing-masing|sejumlah',
  aroundNames:
    'entitas|tabel|model|atribut|data|informasi|info|manajemen|pengelolaan|kelola|pencatatan|pendataan|modul|fitur|kelas|struktur|crud|master(?: data)?|koleksi|katalog|daftar|detail|rincian|riwayat|histori|catatan',
  fieldWords:
    'atribut|kolom|field|data|informasi|properti|berisi|memuat|terdiri dari|terdiri atas|meliputi|mencakup|memiliki|berikut|sebagai berikut|detail|rincian|antara lain|yaitu',
  manage:
    '(?:me)?ngelola|kelola|mengatur|atur|menambah(?:kan)?|tambah(?:kan)?|membuat|buat|mencatat|catat|menyimpan|simpan|mendaftarkan|mendata|menginput|input|memasukkan|mengedit|edit|mengubah|ubah|memperbarui|perbarui|mengupdate|update|menghapus|hapus|melihat|lihat|menampilkan|tampilkan|mencari|cari|memilih|mengajukan|ajukan|memesan|meminjam|menjadwalkan|membatalkan|batalkan|menyetujui|menolak|mengunggah|unggah|menerbitkan|mempublikasikan|mengarsipkan|memantau|crud',
  managing:
    'manajemen|pengelolaan|pencatatan|pendataan|penambahan|pembuatan|pengubahan|perubahan|pembaruan|penghapusan|pengeditan|penginputan|daftar|pencarian|registrasi|crud',
  has: [
    /^(?:(?:setiap|tiap|semua|sebuah|seorang|satu)\s+)?(?:data\s+)?(?<entity>\p{L}[\p{L}-]{2,30}(?: \p{L}[\p{L}-]{2,20})?)\s+(?:(?:harus|wajib|dapat|akan|juga)\s+)?(?:memiliki|mempunyai|berisi|memuat|terdiri dari|terdiri atas|meliputi|mencakup)\s*:?\s*(?:(?:data|informasi|atribut)?\s*(?:sebagai\s+)?berikut\s*:?\s*)?(?<fields>.+)$/iu,
  ],
  including:
    'dengan(?: (?:detail|data|informasi|atribut|kolom|field|rincian|isian))?(?: (?:seperti|berikut|minimal|minimum))?(?::)?|seperti|meliputi|mencakup|termasuk|yang (?:berisi|memuat|meliputi|mencakup|terdiri dari|terdiri atas)|berupa|antara lain|yaitu|yakni|berisi|terdiri dari|terdiri atas|beserta',
  stopNouns:
    'sistem|aplikasi|perangkat lunak|situs|website|web|halaman|layar|tampilan|formulir|form|tombol|menu|dasbor|dashboard|laporan|grafik|statistik|antarmuka|server|basis data|database|tabel|data|informasi|detail|rincian|rekaman|kolom|atribut|field|entitas|model|objek|fungsi|fungsionalitas|fitur|kebutuhan|persyaratan|spesifikasi|dokumentasi|kode|konfigurasi|pengaturan|keamanan|autentikasi|otentikasi|otorisasi|akses|hak akses|izin|login|logout|sesi|sandi|kata sandi|peran|role|profil|validasi|kesalahan|pencarian|filter|penyaringan|pengurutan|ekspor|impor|perubahan|fase|tahap|jadwal proyek|lingkup|ruang lingkup|tujuan|pendahuluan|latar belakang|masalah|solusi|risiko|batasan|asumsi|aturan|proses|alur|langkah|status|tipe|jenis|nama|nilai|nomor|tanggal|waktu|jam|daftar|tindakan|aksi|aktivitas|logika|integrasi|pengingat|bahasa|tema|desain|teknologi|arsitektur|masukan|keluaran|hasil|tingkat|bagian|kali|hal|manajemen|pengelolaan|pencatatan|pendataan|registrasi|pendaftaran|riwayat|histori|isi|periode|hari|minggu|bulan|tahun|jumlah|total|kualitas|kinerja|performa|ketersediaan|skalabilitas|pengguna akhir|ringkasan|notifikasi|visualisasi|rekomendasi|analisis|kemampuan|opsi|pilihan|warna|ikon|monitoring|pemantauan|inventaris|operasional|operasi|transparansi|kemudahan|kecepatan|akurasi|efisiensi|perhitungan|penghitungan|penerapan|penyelesaian|pemrosesan|pengelompokan|sinkronisasi|validasi|verifikasi|penanganan|peningkatan|pengujian|seluruh|semua|lainnya|tersebut|baru|kuantitas|keterangan|umum|utama',
  noData:
    'tidak (?:ada )?(?:menyimpan|disimpan|penyimpanan) (?:data|informasi)?|(?:data )?tidak disimpan|tidak (?:memerlukan|membutuhkan|menggunakan|memakai|ada|butuh|perlu) (?:database|basis data|backend|server)|tanpa (?:membutuhkan |memerlukan |menggunakan )?(?:database|basis data|backend|server|penyimpanan)|(?:situs|halaman|website) statis|non-database|(?:hanya|murni) (?:front-?end|sisi klien)',
  tool: 'baris perintah|terminal|konsol|cli\\b|command line|--[a-z][a-z-]+|pustaka|skrip|script|(?:gim|game|permainan)|pemain|musuh|halaman (?:arahan|pendaratan)|landing page|portofolio|desain ulang|ekstensi|plugin|kompilator|algoritma|kalkulator|konverter|simulator|firmware|arduino|jaringan saraf|dataset',
  noLogin:
    'tanpa (?:login|akun|autentikasi|otentikasi|registrasi|pendaftaran)|tidak (?:memerlukan|membutuhkan|perlu|ada) (?:login|akun|autentikasi|otentikasi|registrasi)|pengguna tunggal|dapat diakses publik',
  denies: [
    /(?<entity>[\p{L} -]{2,40}?) tidak (?:disimpan|dicatat|direkam|dikelola)/iu,
    /tidak (?:menyimpan|mencatat|mengelola) (?:data )?(?<entity>[\p{L} -]{2,40}?)(?=$|[.,;()]| secara )/iu,
  ],
};
