/** The server takes the last part of an address with a dot for a file; codes have dots, and never a "_". */
export function addressOf(code: string): string {
  return code.replaceAll('.', '_');
}

export function codeAt(address: string): string {
  return address.replaceAll('_', '.');
}
