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
  GitFailure,
  locateCluster,
  type EksFleetGitService,
  type FleetRepository,
  type GitRepository,
  type LocatableCluster,
  type Provisioner,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { chunks } from '../../database/chunks';
import type { StatementMark, StatementRecord, StatementStore } from '../types';
import { readStatement, type DescribedCluster } from './readStatement';

export type StatedCluster = LocatableCluster & { arn: string };

type Described = DescribedCluster & { arn: string };

/** Files that one run reads of a repository; the others wait for the next. */
const FILES_PER_RUN = 400;
const AT_ONCE = 4;

/**
 * Reads what the files of fleet repositories say of clusters. A commit that is
 * known is no reason to read anything; of a new one only the files that it
 * changed are read, where the host tells which.
 */
export class StatementReader {
  readonly #git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
  readonly #store: StatementStore;
  readonly #provisioners: readonly Provisioner[];
  readonly #clusters: () => Promise<StatedCluster[]>;
  readonly #now: () => Date;

  constructor(options: {
    git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
    store: StatementStore;
    provisioners: readonly Provisioner[];
    clusters: () => Promise<StatedCluster[]>;
    now: () => Date;
  }) {
    this.#git = options.git;
    this.#store = options.store;
    this.#provisioners = options.provisioners;
    this.#clusters = options.clusters;
    this.#now = options.now;
  }

  /**
   * One repository that cannot be read keeps no other from it.
   *
   * @throws GitFailure of the first host that does not answer; what was known of its clusters stays
   */
  async read(signal?: AbortSignal): Promise<void> {
    const [clusters, marks] = await Promise.all([
      this.#clusters(),
      this.#store.marks(),
    ]);
    const described = new Map<FleetRepository, Described[]>();
    const notDescribed: StatementRecord[] = [];
    for (const cluster of clusters) {
      const found = this.#locate(cluster);
      if ('notLocated' in found) {
        notDescribed.push(this.#nowhere(cluster.arn, found.notLocated));
      } else {
        const { repository } = found.file;
        described.set(repository, [
          ...(described.get(repository) ?? []),
          { ...found, arn: cluster.arn },
        ]);
      }
    }
    await this.#store.put(
      notDescribed.filter(
        ({ arn }) => marks.get(arn)?.problem !== 'notLocated',
      ),
    );
    const failures: GitFailure[] = [];
    for (const [repository, each] of described) {
      try {
        await this.#readRepository(repository, each, marks, signal);
      } catch (error) {
        if (!(error instanceof GitFailure)) {
          throw error;
        }
        failures.push(error);
      }
    }
    await this.#store.retain(clusters.map(({ arn }) => arn));
    if (failures.length > 0) {
      throw failures[0];
    }
  }

  async #readRepository(
    { branch, id }: FleetRepository,
    described: Described[],
    marks: Map<string, StatementMark>,
    signal?: AbortSignal,
  ): Promise<void> {
    const repository = this.#git.repository(id, 'drift');
    const head = (await repository.readBranch(branch))?.sha;
    if (head === undefined) {
      throw new GitFailure('notFound', `${id} has no branch ${branch}`);
    }
    const { same, behind } = await this.#compare(
      repository,
      head,
      described.filter(
        each =>
          !isAsIn(marks.get(each.arn), each) ||
          marks.get(each.arn)!.head !== head,
      ),
      marks,
    );
    await this.#store.advance(same, head);
    for (const part of chunks(behind.slice(0, FILES_PER_RUN), AT_ONCE)) {
      signal?.throwIfAborted();
      const records = await Promise.all(
        part.map(async each => {
          const file = await repository.readFile(each.file.path, head);
          return { ...this.#record(each, head), ...readStatement(each, file) };
        }),
      );
      await this.#store.put(records);
    }
  }

  /** Which of them have files that no commit since has touched. */
  async #compare(
    repository: GitRepository,
    head: string,
    candidates: Described[],
    marks: Map<string, StatementMark>,
  ): Promise<{ same: string[]; behind: Described[] }> {
    const same: string[] = [];
    const behind: Described[] = [];
    const since = new Map<string, Described[]>();
    for (const each of candidates) {
      const mark = marks.get(each.arn);
      if (isAsIn(mark, each) && repository.changedFiles) {
        since.set(mark!.head, [...(since.get(mark!.head) ?? []), each]);
      } else {
        behind.push(each);
      }
    }
    for (const [from, them] of since) {
      // To compare costs one call, as to read one file does.
      const changed =
        them.length > 1
          ? await repository.changedFiles!(from, head)
          : undefined;
      for (const each of them) {
        if (changed && !changed.has(each.file.path)) {
          same.push(each.arn);
        } else {
          behind.push(each);
        }
      }
    }
    return { same, behind };
  }

  #locate(cluster: StatedCluster): DescribedCluster | { notLocated: string } {
    const located = locateCluster(this.#git.repositories, cluster);
    if ('notLocated' in located) {
      return located;
    }
    const { file } = located;
    const provisioner = this.#provisioners.find(
      ({ id }) => id === file.provisioner,
    );
    return provisioner
      ? { name: cluster.name, file, provisioner }
      : { notLocated: `Nothing here reads files of ${file.provisioner}` };
  }

  #record(
    { arn, file }: Described,
    head: string,
  ): Omit<StatementRecord, 'problems'> {
    return {
      arn,
      repository: file.repository.id,
      path: file.path,
      provisioner: file.provisioner,
      head,
      readAt: this.#now().toISOString(),
    };
  }

  #nowhere(arn: string, message: string): StatementRecord {
    return {
      arn,
      repository: '',
      path: '',
      provisioner: '',
      head: '',
      readAt: this.#now().toISOString(),
      problem: { code: 'notLocated', message },
      problems: [],
    };
  }
}

/** Whether it was read of the same file in the same way. */
function isAsIn(
  mark: StatementMark | undefined,
  { file }: DescribedCluster,
): boolean {
  return (
    mark?.repository === file.repository.id &&
    mark.path === file.path &&
    mark.provisioner === file.provisioner
  );
}
