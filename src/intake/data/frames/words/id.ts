import type { FrameWords } from './frame-words.ts';

export const id: FrameWords = {
  each: '(?:untuk|pada|bagi|dari|di) (?:setiap|tiap|semua|masing-masing)(?: data)?',
  has: 'memiliki|mempunyai|berisi|memuat|terdiri dari|terdiri atas|meliputi|mencakup|dilengkapi dengan',
  take: 'mencatat|menyimpan|merekam|mengisi|memasukkan|menginput|mendata|memilih|menentukan|mencantumkan|menuliskan|menulis|melampirkan',
  done: '(?:(?:harus|wajib|perlu|akan) )?(?:dicatat|disimpan|direkam|diisi|dimasukkan|diinput|didata|dicantumkan)|wajib diisi|harus ada',
  between: 'juga|selalu|secara otomatis|otomatis|minimal|minimum|saja|hanya|data|informasi|berikut',
  stop: 'karena|sehingga|agar|supaya|jika|bila|apabila|ketika|saat|setelah|sebelum|untuk|tetapi|namun|kecuali|melalui|secara|oleh|pada|di|ke|sebagai|dengan',
  lead: 'jika|bila|apabila|ketika|saat|setelah|sebelum|untuk|pada|di|dalam|selain|selama|dengan',
  small:
    'dua|tiga|empat|lima|saya|kami|kita|anda|dia|ia|mereka|siapa|apa|kapan|di|ke|dari|pada|dalam|oleh|untuk|dengan|tanpa|yang|dan|atau|tetapi|juga|tidak|bukan|belum|sudah|telah|akan|dapat|bisa|harus|wajib|boleh|adalah|ialah|merupakan|ini|itu|tersebut|semua|setiap|hanya|selalu|agar|jika|ketika|saat|setelah|sebelum|secara|seperti|yaitu|lebih|sangat|sistem|aplikasi',
  article: 'setiap|tiap|semua|seluruh|suatu|sebuah|seorang|para|data',
  joint: '-',
  not: 'tidak|bukan|tanpa|belum|jangan',
  weak: 'memilih|menentukan|menulis|mengisi',
  looking: 'memilih',
  chosen: 'memilih|menentukan|mencatat',
  needed: 'wajib|harus',
  free: 'opsional|tidak wajib|boleh kosong|jika ada|bila ada|jika diketahui',
  makes: {
    memesan: 'pesanan',
    meminjam: 'peminjaman',
    menyewa: 'penyewaan',
    mendaftar: 'pendaftaran',
    membeli: 'pembelian',
    menjual: 'penjualan',
  },
  about: 'tentang|mengenai|manajemen|pengelolaan|kelola|modul|halaman|formulir|form|data',
};
