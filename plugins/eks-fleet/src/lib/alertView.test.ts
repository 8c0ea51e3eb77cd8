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

import {
  formatAlertView,
  isAlertFiltered,
  parseAlertView,
  toAlertQuery,
} from './alertView';

const ADDRESS =
  'state=firing&severity=critical&severity=warning&from=main&q=budget&source=main&fingerprint=f1';

describe('a view of alerts', () => {
  it('is the same after a way through the URL', () => {
    const view = parseAlertView(new URLSearchParams(ADDRESS));
    expect(formatAlertView(view).toString()).toBe(ADDRESS);
    expect(view.open).toEqual({ source: 'main', fingerprint: 'f1' });
  });

  it.each(['state=asleep', 'severity=', 'fingerprint=f1', 'colour=red'])(
    'leaves ?%s out',
    address => {
      const view = parseAlertView(new URLSearchParams(address));
      expect(view).toEqual({ text: '', filter: {}, open: undefined });
      expect(isAlertFiltered(view)).toBe(false);
    },
  );

  it('asks for sources by the name that the backend has for them', () => {
    const view = parseAlertView(new URLSearchParams(ADDRESS));
    expect(toAlertQuery(view)).toEqual({
      filter: {
        state: ['firing'],
        severity: ['critical', 'warning'],
        source: ['main'],
      },
      fullTextFilterTerm: 'budget',
    });
  });
});
