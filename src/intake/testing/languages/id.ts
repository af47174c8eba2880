import type { LanguageRow } from './row.ts';

export const id: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# Spesifikasi

## Struktur Data

### Data Pelanggan

| Kolom | Tipe Data | Wajib | Keterangan |
|---|---|---|---|
| nama_lengkap | teks pendek | ya | |
| tanggal_lahir | tanggal | tidak | |
| surel | teks pendek | ya | unik |
| jumlah_poin | bilangan bulat | tidak | |
`,
    data: ['pelanggan: nama-lengkap string, tanggal-lahir date, surel email, jumlah-poin integer'],
  },
  {
    shape: 'requirements',
    text: `# Kebutuhan Fungsional

1. Petugas dapat menambah, mengedit, dan menghapus produk.
2. Pengguna dapat mencatat pesanan baru dengan detail seperti nomor pesanan, tanggal pesanan, dan total harga.
3. Setiap produk memiliki nama produk, harga jual, stok, dan kategori.
4. Sistem harus menampilkan grafik penjualan.
`,
    data: [
      'produk: nama-produk string, harga-jual money, stok integer, kategori string',
      'pesanan: nomor-pesanan string, tanggal-pesanan date, total-harga money',
    ],
  },
  {
    shape: 'plain',
    text: `# Penampungan hewan
Kami ingin aplikasi untuk mengelola hewan dan adopsi.
1. Mendata hewan: nama, jenis (kucing, anjing, lainnya), berat dalam kg, tanggal masuk.
2. Untuk setiap dokter: nama, nomor telepon, alamat.
3. Setiap adopsi memiliki tanggal, biaya, catatan (opsional), dan hewan.
`,
    data: [
      'hewan: nama string, jenis enum, berat number, tanggal-masuk date',
      'dokter: nama string, nomor-telepon phone, alamat string',
      'adopsi: tanggal date, biaya money, catatan text, hewan reference',
    ],
  },
  {
    shape: 'bullets',
    text: `# Aplikasi Kos

## Fitur

### Manajemen Kamar
- Kelola kamar: tambah, ubah, dan hapus.
- Data kamar: nomor kamar, lantai, harga sewa, status.

### Kelola Penyewa
- Sebagai pemilik, saya ingin mencatat penyewa dengan nama, nomor hp, dan tanggal masuk agar datanya rapi.

### Pembayaran-pembayaran
- Pengguna dapat melihat, menambahkan, dan membatalkan pembayaran-pembayaran milik penyewa.
`,
    data: [
      'kamar: nomor-kamar string, lantai integer, harga-sewa money',
      'penyewa: nama string, nomor-hp phone, tanggal-masuk date',
      'pembayaran:',
    ],
  },
];
