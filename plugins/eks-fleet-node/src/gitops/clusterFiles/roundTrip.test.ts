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
  checkClusterSpec,
  inOrder,
  type ClusterSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { applyChange, isApplied } from '../proposals/applyChange';
import { CASES, type ProvisionerCase } from './__testUtils__/provisionerCases';
import { Random, randomSpec } from './__testUtils__/randomSpec';
import { ClusterSpecRefusal } from './types';

function renderOrRefuse(
  spec: ClusterSpec,
  {
    provisioner: { render },
    context,
  }: Pick<ProvisionerCase, 'provisioner' | 'context'>,
) {
  try {
    return { text: render(spec, context)[0].text, problems: [] };
  } catch (error) {
    if (error instanceof ClusterSpecRefusal) {
      return { problems: error.problems };
    }
    throw error;
  }
}

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed + 1);

describe('bills of materials that are made up', () => {
  it('are right by themselves', () => {
    const wrong = SEEDS.flatMap(seed => {
      const checked = checkClusterSpec(randomSpec(new Random(seed)));
      return 'problems' in checked ? checked.problems : [];
    });
    expect(wrong).toEqual([]);
  });

  it('are given back unchanged by the check, as often as they go through it', () => {
    for (const seed of SEEDS) {
      const spec = randomSpec(new Random(seed));
      expect(checkClusterSpec(spec)).toEqual({ spec });
    }
  });
});

describe.each(CASES)('$title', ({ context, fit, provisioner }) => {
  it('reads from its own files what it wrote, and nothing besides', () => {
    for (const seed of SEEDS) {
      const spec = fit(randomSpec(new Random(seed)));
      const files = provisioner.render(spec, context);
      expect(provisioner.parse(files, context)).toEqual({
        spec,
        understood: expect.anything(),
        problems: [],
        deviations: [],
      });
    }
  });

  it('says everything of a bill of materials, or refuses it by the names of fields', () => {
    for (const seed of SEEDS) {
      const spec = randomSpec(new Random(seed));
      const { problems, text } = renderOrRefuse(spec, {
        provisioner,
        context,
      });
      const said =
        text === undefined
          ? spec
          : provisioner.parse([{ path: context.path, text }], context).spec;
      expect(said).toEqual(spec);
      expect(problems.length > 0).toBe(text === undefined);
      for (const { field, message } of problems) {
        expect(field).toMatch(/^[a-z]/);
        expect(message).toMatch(/^(is|are|must) /);
      }
    }
  });

  it('edits one state into any other, and leaves comments where they are', () => {
    for (const seed of SEEDS.slice(0, 40)) {
      const random = new Random(seed);
      const before = fit(randomSpec(random));
      const after = {
        ...fit(randomSpec(random)),
        name: before.name,
      };
      if (after.region !== before.region) {
        continue;
      }
      const [{ path, text }] = provisioner.render(before, context);
      const isYaml = path.endsWith('.yaml');
      const commented = isYaml
        ? text.replace(
            /^kind: (Cluster|Eks\w+)$/m,
            '# theirs\nkind: $1 # and this',
          )
        : text;
      const files = provisioner.change(
        before,
        after,
        [{ path, text: commented }],
        context,
      );
      const present = new Map([[path, { text: commented }]]);
      const [edited] = applyChange({ files }, present).files;
      const now = edited?.text ?? commented;
      const parsed = provisioner.parse([{ path, text: now }], context);
      expect(parsed.deviations).toEqual([]);
      expect(inOrder(parsed.spec!)).toEqual(inOrder(after));
      expect(isApplied({ files }, new Map([[path, { text: now }]]))).toBe(true);
      expect(now.includes('# theirs\n')).toBe(isYaml);
      expect(now.includes(' # and this')).toBe(isYaml);
    }
  });
});
