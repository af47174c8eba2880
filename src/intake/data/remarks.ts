/** What titles such as "Data model notes" end in: what stands below is said of the data, and names no record. Folded. */
export const remarks =
  /^(?:pertimbangan|prinsip|panduan|ketentuan)(?= |$)|(?:^|\s)(?:catatan(?: penting)?|notes|remarks|considerations|principles|guidelines|decisions|highlights|hinweise|anmerkungen|notas|observacoes|observaciones|remarques|opmerkingen)$/u;
