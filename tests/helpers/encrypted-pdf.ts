import { createHash } from 'node:crypto';
import { makePdf } from './make-pdf.ts';

/** The padding of passwords (ISO 32000-1, 7.6.3.3). */
const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const ID = Buffer.from('0123456789ABCDEF0123456789ABCDEF', 'hex');
const PERMISSIONS = -4;

/** A PDF of one page that opens with a password: RC4 of 40 bits, revision 2 (ISO 32000-1, 7.6.3). */
export function encryptedPdf(password: string, lines: readonly string[]): Buffer {
  const padded = pad(password);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(Buffer.concat([padded, owner, permissions, ID])).subarray(0, 5);
  const user = rc4(key, PADDING);
  const entries = `/Filter /Standard /V 1 /R 2 /Length 40 /P ${PERMISSIONS} /O <${owner.toString('hex')}> /U <${user.toString('hex')}>`;
  return makePdf({
    pages: [{ lines }],
    trailer: `/ID [<${ID.toString('hex')}> <${ID.toString('hex')}>] /Encrypt << ${entries} >>`,
    encrypt: (stream, object) => rc4(objectKey(key, object), Buffer.from(stream, 'latin1')).toString('latin1'),
  });
}

function pad(password: string): Buffer {
  return Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
}

function objectKey(key: Buffer, object: number): Buffer {
  return md5(Buffer.concat([key, Buffer.from([object & 255, (object >> 8) & 255, (object >> 16) & 255, 0, 0])])).subarray(0, 10);
}

function md5(data: Buffer): Buffer {
  return createHash('md5').update(data).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  let j = 0;
  for (let i = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  let [a, b] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      a = (a + 1) & 255;
      b = (b + state[a]!) & 255;
      [state[a], state[b]] = [state[b]!, state[a]!];
      return byte ^ state[(state[a]! + state[b]!) & 255]!;
    }),
  );
}
