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

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSecurityHubConfig } from './readSecurityHubConfig';

const read = (securityHub?: JsonObject, more: JsonObject = {}) =>
  readSecurityHubConfig(
    new ConfigReader({ eksFleet: { policies: { ...more, securityHub } } }),
  );
const HUB = { accountId: '111122223333', region: 'eu-west-1' };

describe('readSecurityHubConfig', () => {
  it('reads nothing where nothing is said, or policies are off', () => {
    expect(read()).toBeUndefined();
    expect(read(HUB, { enabled: false })).toBeUndefined();
  });

  it('reads from the account and the Region that it names', () => {
    expect(read(HUB)).toEqual({
      accountId: '111122223333',
      region: 'eu-west-1',
      partition: 'aws',
      everySeconds: 600,
    });
    expect(
      read({ ...HUB, region: 'us-gov-west-1', frequency: { minutes: 5 } }),
    ).toMatchObject({ partition: 'aws-us-gov', everySeconds: 300 });
  });

  it.each<[string, JsonObject, RegExp]>([
    ['no account', { region: 'eu-west-1' }, /accountId: "" is no account/],
    ['half an account', { ...HUB, accountId: '1' }, /accountId: "1" is no/],
    ['no Region', { accountId: HUB.accountId }, /region: "" is no Region/],
    ['a Region that is none', { ...HUB, region: 'mars-1' }, /"mars-1" is no/],
    [
      'too often',
      { ...HUB, frequency: { seconds: 10 } },
      /frequency: 10 seconds; it is between a minute and a day/,
    ],
    ['nonsense', { ...HUB, frequency: 'often' }, /securityHub\.frequency: /],
  ])('refuses %s', (_, config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
