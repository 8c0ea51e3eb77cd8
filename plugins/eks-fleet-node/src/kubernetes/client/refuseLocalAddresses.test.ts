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

import type { LookupAddress } from 'node:dns';
import { isLocalAddress, refusingLocalAddresses } from './refuseLocalAddresses';

describe('isLocalAddress', () => {
  it.each([
    '127.0.0.1',
    '127.8.9.10',
    '169.254.169.254',
    '169.254.170.2',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
  ])('takes %s for this machine or what only it reaches', address => {
    expect(isLocalAddress(address)).toBe(true);
  });

  it.each([
    '10.0.0.1',
    '172.20.0.1',
    '3.250.1.2',
    'fd12::1',
    '2600:1f18::1',
    'localhost',
  ])('lets %s be', address => {
    expect(isLocalAddress(address)).toBe(false);
  });
});

describe('refusingLocalAddresses', () => {
  const look = (addresses: LookupAddress[], all: boolean) => {
    const lookup = refusingLocalAddresses(((
      _: string,
      __: unknown,
      callback: (error: null, found: LookupAddress[]) => void,
    ) => callback(null, addresses)) as never);
    return new Promise((resolve, reject) => {
      lookup('host', { all }, (error, address) =>
        error ? reject(error) : resolve(address),
      );
    });
  };
  const PRIVATE = { address: '10.0.0.1', family: 4 };

  it('gives addresses as they were asked for', async () => {
    expect(await look([PRIVATE], true)).toEqual([PRIVATE]);
    expect(await look([PRIVATE], false)).toBe('10.0.0.1');
  });

  it('refuses a name of which any address is local', async () => {
    await expect(
      look([PRIVATE, { address: '169.254.169.254', family: 4 }], true),
    ).rejects.toMatchObject({ code: 'EKS_FLEET_LOCAL_ADDRESS' });
  });
});
