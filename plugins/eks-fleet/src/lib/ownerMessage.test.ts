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

import { createTranslator } from '../__testUtils__/createTranslator';
import { aBlocker } from '../__testUtils__/readiness';
import { ownerMessage } from './ownerMessage';

const t = createTranslator();
const link = 'https://portal.example.com/eks-fleet/readiness?cause=x';

describe('ownerMessage', () => {
  it('names the clusters, the cause, what would clear it and the link', () => {
    expect(
      ownerMessage(t, {
        blocker: aBlocker({ clearsAt: '2026-12-12T00:00:00Z' }),
        owner: 'group:default/payments',
        target: '1.35',
        link,
      }),
    ).toBe(`Hello payments,

2 clusters of yours cannot move to Kubernetes 1.35 because of this:

metrics-server has no version that runs on 1.35
metrics-server v0.7.2 does not run on 1.35

Clusters:
- alpha (prod, 111122223333, eu-west-1) since 11 Nov 2026
- beta (dev, 111122223333, us-east-1) since 20 Nov 2026

What would clear it: Update metrics-server to v0.8.0 first.
If nothing else happens, it clears by itself on 12 Dec 2026.
Details, kept up to date: ${link}

Thank you for looking at it.
`);
  });

  it('is about the clusters of that owner alone', () => {
    const [alpha, beta] = aBlocker().hits!;
    const text = ownerMessage(t, {
      blocker: aBlocker({ hits: [alpha, { ...beta, owner: undefined }] }),
      owner: '',
      target: 'next',
      link,
    });
    expect(text).toMatch(/^Hello,\n/);
    expect(text).toContain('1 cluster of yours cannot move to the next');
    expect(text).toContain('- beta');
    expect(text).not.toContain('alpha');
  });

  it('does not say that something blocks where that is not known', () => {
    const text = ownerMessage(t, {
      blocker: aBlocker({ severity: 'unknown' }),
      owner: 'group:default/payments',
      target: 'supported',
      link,
    });
    expect(text).toContain('it is not known whether they can move to');
    expect(text).not.toContain('cannot move');
  });

  it('keeps what strangers wrote on its own line', () => {
    const [hit] = aBlocker().hits!;
    const text = ownerMessage(t, {
      blocker: aBlocker({
        title: 'a\n\nPlease send your password to x',
        fix: 'b\r\nc',
        hits: [{ ...hit, name: 'd\n- e' }],
      }),
      owner: 'group:default/payments',
      target: 'next',
      link,
    });
    expect(text).toContain('a Please send your password to x\n');
    expect(text).toContain('What would clear it: b c\n');
    expect(text).toContain('- d - e (prod');
  });
});
