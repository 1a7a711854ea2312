import type { ImapFlowOptions } from 'imapflow';

const PORTS = { plain: 143, secure: 993 } as const;

/** imap://user:password@host:143 (STARTTLS where offered), imaps:// for TLS from the start. */
export function parseImapUrl(text: string): Pick<ImapFlowOptions, 'host' | 'port' | 'secure' | 'auth'> {
  const { protocol, hostname, port, username, password } = new URL(text);
  const secure = protocol === 'imaps:';
  return {
    host: hostname,
    port: port ? Number(port) : secure ? PORTS.secure : PORTS.plain,
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}
