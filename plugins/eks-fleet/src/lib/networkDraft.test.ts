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

import { EMPTY_NETWORK, networkDraftOf, networkOf } from './networkDraft';

describe('what goes in and out of a namespace', () => {
  it('takes names and addresses as people write them', () => {
    expect(
      networkOf({
        ...EMPTY_NETWORK,
        toNamespaces: 'search,  payments',
        toCidrs: '10.0.0.0/16:5432, 5433\n\n10.1.0.0/16\nfd00::/8\nevil:x',
      }),
    ).toEqual({
      allowFromIngress: false,
      allowToInternet: false,
      allowFromNamespaces: [],
      allowToNamespaces: ['search', 'payments'],
      allowToCidrs: [
        { cidr: '10.0.0.0/16', ports: [5432, 5433] },
        { cidr: '10.1.0.0/16', ports: [] },
        { cidr: 'fd00::/8', ports: [] },
        { cidr: 'evil:x', ports: [] },
      ],
    });
  });

  it('comes back as it was', () => {
    const draft = {
      fromIngress: true,
      toInternet: true,
      fromNamespaces: 'a, b',
      toNamespaces: 'c',
      toCidrs: '10.0.0.0/16:1,2\n10.1.0.0/16',
    };
    expect(networkDraftOf(networkOf(draft))).toEqual(draft);
    expect(networkDraftOf(undefined)).toEqual(EMPTY_NETWORK);
  });
});
