/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { isIP } from 'node:net';
import { generate } from 'selfsigned';

export interface ServerCertificate {
  key: string;
  cert: string;
}

/** A certificate that is its own authority, valid for this host alone. */
export async function createCertificate(
  host: string,
): Promise<ServerCertificate> {
  const day = 24 * 60 * 60 * 1000;
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: 'kubernetes' }],
    {
      keyType: 'ec',
      curve: 'P-256',
      algorithm: 'sha256',
      notBeforeDate: new Date(Date.now() - day),
      notAfterDate: new Date(Date.now() + 365 * day),
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        {
          name: 'keyUsage',
          digitalSignature: true,
          keyCertSign: true,
          critical: true,
        },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            isIP(host) ? { type: 7, ip: host } : { type: 2, value: host },
          ],
        },
      ],
    },
  );
  return { key, cert };
}
