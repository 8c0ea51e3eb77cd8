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

import { EDITS, hop, place, PORTAL } from './__testUtils__/hops';
import { describeChange } from './describeChange';

const HOSTILE = '|x| [a](http://evil) <img src=x> @all `code`\n# title';

describe('describeChange', () => {
  it('names what it is about, and is the same whenever it is made', () => {
    const change = describeChange(hop(), place(), EDITS, PORTAL);
    expect(change).toMatchObject({
      subject: 'arn:aws:eks:eu-west-1:111122223333:cluster/orders controlPlane',
      base: 'main',
      files: [
        {
          path: 'live/111122223333/eu-west-1/orders.auto.tfvars.json',
          edits: EDITS,
        },
      ],
      title: 'orders: Kubernetes 1.33 to 1.34',
      actor: 'user:default/pat',
    });
    expect(
      describeChange(
        hop({ approvedBy: ['user:default/alex'], memory: { a: 1 } }),
        place(),
        EDITS,
        PORTAL,
      ).key,
    ).toBe(change.key);
  });

  it.each([
    { attempt: 2 },
    { cellId: 'c2' },
    { to: '1.35' },
    { direction: 'back' as const },
    { kind: 'addon' as const, name: 'vpc-cni' },
    { rollout: { id: 'r2', name: 'autumn', title: 'Autumn' } },
  ])('has another key with %j', over => {
    const key = (work = hop()) =>
      describeChange(work, place(), EDITS, PORTAL).key;
    expect(key(hop(over))).not.toBe(key());
  });

  it('lets nothing that others wrote be anything but text', () => {
    const { body } = describeChange(
      hop({
        rollout: { id: 'r1', name: 'n', title: HOSTILE },
        wave: { index: 1, name: HOSTILE, gatesOpen: true },
      }),
      place(),
      EDITS,
      PORTAL,
    );
    expect(body).not.toMatch(/[^\\]<img/);
    expect(body).not.toContain('](http://evil');
    expect(body).not.toContain('@all');
    expect(body).not.toContain('\n# title');
    expect(body.split('\n').filter(line => line.startsWith('| '))).toHaveLength(
      7,
    );
  });

  it('says who approved, who forced and the how manieth attempt it is', () => {
    const { body } = describeChange(
      hop({
        approvedBy: ['user:default/alex', 'user:default/olu'],
        force: true,
        attempt: 3,
      }),
      place(),
      EDITS,
      { ...PORTAL, portalPath: '/fleet' },
    );
    expect(body).toContain(
      '| Approved by | `user:default/alex`, `user:default/olu` |',
    );
    expect(body).toContain('| Forced |');
    expect(body).toContain('| Attempt | 3 |');
    expect(body).toContain(
      'https://portal.example.com/fleet/go?rollout=r1&cell=c1',
    );
  });
});
