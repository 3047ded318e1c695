/** The browser reads the file after the click; nobody tells when it is done. */
const KEPT_MS = 60_000;

/** Hands a file to the browser's downloads. Needs no permission and no network: the address is of this page. */
export function download(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
