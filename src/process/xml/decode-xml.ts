/** The text of a document in the encoding that its first bytes say: UTF-8 where they say nothing. */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(
    start,
  )?.[1];
  // A declaration that can be read as bytes is no UTF-16, whatever it says.
  return declared !== undefined && known.has(declared.toLowerCase()) ? declared : 'utf-8';
}

const known = new Set([
  'utf-8',
  'us-ascii',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'shift_jis',
  'euc-jp',
  'gbk',
  'gb2312',
  'koi8-r',
]);
