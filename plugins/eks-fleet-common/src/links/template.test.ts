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

import { renderLinkTemplate } from './template';

const TEMPLATE = 'https://grafana.example.com/d/{region}/x?cluster={cluster}';

describe('renderLinkTemplate', () => {
  it('fills values in', () => {
    expect(
      renderLinkTemplate(TEMPLATE, { region: 'eu-west-1', cluster: 'orders' }),
    ).toBe('https://grafana.example.com/d/eu-west-1/x?cluster=orders');
  });

  it.each([
    ['a query', 'a&orgId=1', 'a%26orgId%3D1'],
    ['a fragment', 'a#b', 'a%23b'],
    ['a path', '../../admin', '..%2F..%2Fadmin'],
    ['an escape', '%2e%2e', '%252e%252e'],
    ['markup', '"><script>', '%22%3E%3Cscript%3E'],
    ['another template', '{cluster}', '%7Bcluster%7D'],
    ['a replacement pattern', '$&', '%24%26'],
  ])('lets a value add no %s', (_, value, escaped) => {
    const url = renderLinkTemplate('https://example.com/a/{tag}/b?c={tag}', {
      tag: value,
      cluster: 'other',
    })!;
    expect(url).toBe(`https://example.com/a/${escaped}/b?c=${escaped}`);
    expect(new URL(url).pathname.split('/')).toHaveLength(4);
  });

  it.each(['.', '..'])('takes %s for no step of a path', value => {
    const url = renderLinkTemplate('https://example.com/a/b/{tag}/c', {
      tag: value,
    })!;
    expect(new URL(url).pathname).toMatch(/^\/a\/b\/(%252E)+\/c$/);
  });

  it.each([
    ['missing', {}],
    ['undefined', { cluster: undefined }],
    ['empty', { cluster: '' }],
    ['half a character', { cluster: '\ud800' }],
  ])('gives no link where a value is %s', (_, values) => {
    expect(
      renderLinkTemplate(TEMPLATE, { region: 'eu-west-1', ...values }),
    ).toBeUndefined();
  });

  it('takes nothing from the prototype', () => {
    expect(
      renderLinkTemplate('https://example.com/{constructor}', {}),
    ).toBeUndefined();
  });

  it('knows labels with a prefix', () => {
    expect(
      renderLinkTemplate('https://example.com/{label.acme.com/tier}', {
        'label.acme.com/tier': 'gold',
      }),
    ).toBe('https://example.com/gold');
  });

  it.each([
    ['data:text/html,{cluster}', 'x'],
    ['{cluster}', 'https://evil.example.com'],
    ['https://{cluster}/x', 'evil.example.com/y'],
    ['https://{cluster}/x', 'a@evil.example.com'],
    ['/relative/{cluster}', 'x'],
    ['ftp://example.com/{cluster}', 'x'],
  ])('gives no link for %s with %s', (template, cluster) => {
    expect(renderLinkTemplate(template, { cluster })).toBeUndefined();
  });
});
