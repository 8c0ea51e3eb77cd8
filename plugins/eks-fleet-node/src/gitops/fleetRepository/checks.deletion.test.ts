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

import { CheckedRepository } from './__testUtils__/checkedRepository';
import {
  CHECKOUT,
  CHECKOUT_PROD,
  edited,
  marked,
  ORDERS,
  SEARCH,
  SHARED,
  textOf,
} from './__testUtils__/checkedContent';

let repository: CheckedRepository;
beforeEach(() => {
  repository = CheckedRepository.create();
});
afterEach(() => repository.close());

/** Takes what is on a cluster away, as changes before this one did. */
function emptied(): CheckedRepository {
  return repository.remove('namespaces', 'applications').commit();
}

const NOT_MARKED = 'was not marked: a change of its own has to say';

describe('the check of a change that deletes', () => {
  it('lets one cluster be marked', () => {
    expect(
      emptied()
        .write(...marked(SHARED))
        .check(),
    ).toMatchObject({
      status: 0,
      lines: ['Nothing to refuse.'],
    });
    expect(
      repository
        .commit()
        .write(...marked(SEARCH))
        .check().status,
    ).toBe(0);
  });

  it('lets one that was marked be removed', () => {
    emptied()
      .write(...marked(SHARED))
      .commit();
    expect(repository.remove(SHARED).check()).toMatchObject({ status: 0 });
  });

  it('lets a mark be taken back', () => {
    emptied()
      .write(...marked(SHARED))
      .commit();
    expect(repository.write(SHARED, textOf(SHARED)).check()).toMatchObject({
      status: 0,
    });
  });

  it('refuses two that are marked, each by its name', () => {
    const { lines, status } = emptied()
      .write(...marked(SHARED))
      .write(...marked(SEARCH))
      .check();
    expect(status).toBe(1);
    expect(lines).toEqual([
      `${SHARED}:1: marks or removes one cluster of 2; a change may mark or remove only one. The other clusters: ${SEARCH}`,
      `${SEARCH}:1: marks or removes one cluster of 2; a change may mark or remove only one. The other clusters: ${SHARED}`,
      '2 refused.',
    ]);
  });

  it('refuses one that is marked where another is removed', () => {
    emptied()
      .write(...marked(SHARED))
      .commit();
    const { lines } = repository
      .remove(SHARED)
      .write(...marked(SEARCH))
      .check();
    expect(lines.at(-1)).toBe('2 refused.');
  });

  it('refuses a file that is gone and was not marked', () => {
    const { lines, status } = emptied().remove(SHARED).check();
    expect(status).toBe(1);
    expect(lines[0]).toMatch(
      `${SHARED}:1: is gone, renamed or moved, and ${NOT_MARKED}`,
    );
  });

  it('refuses all of clusters/ being gone, or called something else', () => {
    emptied().remove('clusters');
    expect(repository.check().lines.at(-1)).toBe('6 refused.');
    repository.git('checkout', '--quiet', '--', '.');
    repository.move('clusters', 'our-clusters');
    expect(repository.check().lines.at(-1)).toBe('6 refused.');
  });

  it('refuses a cluster that moves to another environment', () => {
    emptied().move(SHARED, SHARED.replace('/dev/', '/prod/'));
    expect(repository.check().lines).toEqual([
      expect.stringContaining(NOT_MARKED),
      expect.stringContaining(
        'says the environment "dev"; by its path it is "prod"',
      ),
      '2 refused.',
    ]);
  });

  it('sees what was committed since the branch was left, and what others merged meanwhile', () => {
    emptied();
    repository.git('switch', '--quiet', '--create', 'mine');
    repository.remove(SHARED).git('commit', '--quiet', '--all', '--message=x');
    repository.git('switch', '--quiet', 'main');
    repository.remove(SEARCH).git('commit', '--quiet', '--all', '--message=y');
    repository.git('branch', '--force', 'base');
    repository.git('switch', '--quiet', 'mine');
    const { lines } = repository.check();
    expect(lines).toEqual([
      expect.stringContaining(`${SHARED}:1`),
      '1 refused.',
    ]);
  });

  it('refuses a namespace that goes unmarked, with or without its project', () => {
    repository.remove('applications').commit();
    const { lines } = repository.remove(CHECKOUT).check();
    expect(lines[0]).toMatch(`${CHECKOUT}/namespace.yaml:1: is gone`);
    expect(lines[0]).toMatch(NOT_MARKED);
    repository.git('checkout', '--quiet', '--', '.');
    expect(repository.remove(`${CHECKOUT}/project.yaml`).check().lines).toEqual(
      [
        expect.stringContaining('has no project.yaml beside it'),
        expect.stringContaining('is gone while its namespace is there'),
        '2 refused.',
      ],
    );
  });

  it('lets a namespace be marked, then removed', () => {
    repository.remove('applications').commit();
    repository.write(...marked(`${CHECKOUT}/namespace.yaml`));
    expect(repository.check().lines).toEqual(['Nothing to refuse.']);
    repository.commit().remove(CHECKOUT);
    expect(repository.check().lines).toEqual(['Nothing to refuse.']);
  });

  it('refuses a cluster that is marked while a namespace is on it', () => {
    const { lines } = repository.write(...marked(SHARED)).check();
    expect(lines).toEqual([
      `${SHARED}:1: is marked for deletion while ${CHECKOUT}/namespace.yaml is on it; delete or move that first`,
      '1 refused.',
    ]);
  });

  it('refuses a namespace that is marked while an application runs in it', () => {
    const path = `${CHECKOUT_PROD}/namespace.yaml`;
    const { lines } = repository.write(...marked(path)).check();
    expect(lines).toEqual([
      `${path}:1: is marked for deletion while applications/payments/checkout/prod.yaml runs in it; take that out first`,
      '1 refused.',
    ]);
  });

  it('refuses a file that gets rid of its guards without being marked', () => {
    const cases: [string, string | RegExp, string, RegExp][] = [
      [
        ORDERS,
        / {4}argocd.argoproj.io\/sync-options.*\n/,
        '',
        /must have Prune=false among/,
      ],
      [
        ORDERS,
        'services.k8s.aws/deletion-policy: retain',
        'services.k8s.aws/deletion-policy: delete',
        /deletion-policy must be retain; only `lifecycle: deleting` lets go of that/,
      ],
      [SEARCH, '"create": true', '"create": false', /create must be true/],
      [
        `${CHECKOUT}/namespace.yaml`,
        'Prune=false,Delete=false',
        'Prune=false',
        /Namespace checkout must have Delete=false/,
      ],
    ];
    for (const [path, from, to, says] of cases) {
      repository.git('checkout', '--quiet', '--', '.');
      const { lines, status } = repository
        .write(...edited(path, from, to))
        .check();
      expect(status).toBe(1);
      expect(lines.some(line => says.test(line))).toBe(true);
    }
  });
});
