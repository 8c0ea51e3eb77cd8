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

import { NotFoundError } from '@backstage/errors';
import {
  parseThingKey,
  type RequestAsk,
  type RequestCurrent,
  type RequestDiff,
  type RequestFile,
  type RequestPreflight,
  type RequestPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  applyChange,
  EditRefusal,
  GitFailure,
  type EksFleetGitService,
  type GitRepository,
  type ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { quotaUse } from '../preflight';
import type { KnownThing } from '../store/things';
import type { RequestStore } from '../store/types';
import { RequestRefusal, type RequestRecord } from '../types';
import type { GroundReader } from './GroundReader';
import { inRequestScope } from './inRequestScope';
import type { RequestAssessor } from './RequestAssessor';
import { hashOfSpec } from './specHash';
import type { RequestAsker } from './types';

/** Stands where a request's id will, as long as there is none. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** What a request would come to; nothing of it is kept. */
export class RequestPreviews {
  readonly #store: Pick<RequestStore, 'activeOf' | 'reservations'>;
  readonly #things: { get(key: string): Promise<KnownThing | undefined> };
  readonly #assessor: RequestAssessor;
  readonly #ground: GroundReader;
  readonly #git: Pick<EksFleetGitService, 'repositories' | 'repository'>;

  constructor(options: {
    store: Pick<RequestStore, 'activeOf' | 'reservations'>;
    things: { get(key: string): Promise<KnownThing | undefined> };
    assessor: RequestAssessor;
    ground: GroundReader;
    git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
  }) {
    this.#store = options.store;
    this.#things = options.things;
    this.#assessor = options.assessor;
    this.#ground = options.ground;
    this.#git = options.git;
  }

  /** @throws NotFoundError, ConflictError */
  async preflight(
    given: RequestAsk,
    asker: RequestAsker,
  ): Promise<RequestPreflight> {
    try {
      // While somebody types, Git is not asked.
      const prepared = await this.#assessor.prepare(given);
      const { ask, facts } = prepared;
      const ground = await this.#ground.read(
        { owner: given.owner, userRef: asker.userRef },
        await this.#store.reservations(),
        { typing: true },
      );
      const { assessment, claims, spec } = this.#assessor.judge(
        prepared,
        ground,
        given.request ?? NO_ID,
      );
      const { key } = facts.thing;
      const active = await this.#store.activeOf(key);
      return {
        problems: [],
        thing: facts.thing,
        spec,
        ...(ask.before && { before: ask.before }),
        verdict: assessment.verdict,
        approval: assessment.approval,
        cost: assessment.cost,
        quota: {
          owner: given.owner,
          resources: quotaUse(given.owner, ground, key).map(use => ({
            ...use,
            ...wantedOf(use.resource, claims.reservation),
          })),
        },
        ...(active &&
          active.asked.id !== given.request &&
          inRequestScope(active, asker.readable) && {
            activeRequest: active.asked.id,
          }),
      };
    } catch (error) {
      return { problems: problemsOf(error) };
    }
  }

  /** @throws NotFoundError, ConflictError */
  async preview(
    given: RequestAsk,
    asker: RequestAsker,
  ): Promise<RequestPreview> {
    try {
      const prepared = await this.#assessor.prepare(given, {
        asks: asker.userRef,
      });
      const ground = await this.#ground.read(
        { owner: given.owner, userRef: asker.userRef },
        await this.#store.reservations(),
      );
      const { assessment } = this.#assessor.judge(
        prepared,
        ground,
        given.request ?? NO_ID,
      );
      const present = new Map(
        [
          ...(prepared.current?.files ?? []),
          ...(prepared.current?.shared ?? []),
        ].map(({ path, text }) => [path, text]),
      );
      const { repository } = prepared.where;
      const shown = prepared.unread
        ? { files: [], diff: '', notes: [wordUnread(prepared.unread)] }
        : showFiles(assessment.files, present);
      return {
        problems: [],
        ...shown,
        repository: repository.url,
        commit: prepared.current?.commit,
        specHash: assessment.specHash,
      };
    } catch (error) {
      return { problems: problemsOf(error), files: [], diff: '', notes: [] };
    }
  }

  /** What a request changes; against the repository as it is as long as it is not merged. */
  async diff(record: RequestRecord, asker: RequestAsker): Promise<RequestDiff> {
    const { asked, progress } = record;
    const {
      files = progress.assessment.files,
      proposal,
      pullRequest,
    } = progress.removal ?? progress.proposal ?? {};
    const configured = this.#git.repositories.find(
      ({ id }) => id === asked.repository,
    );
    if (!configured) {
      return {
        files: [],
        diff: '',
        notes: [
          `The configuration has no fleet repository ${asked.repository} any more`,
        ],
      };
    }
    const repository = this.#git.repository(asked.repository, asker.userRef);
    const isMerged = pullRequest?.state === 'merged';
    try {
      // Once it is merged, the branch has what it changes.
      const commit = isMerged
        ? proposal?.baseSha ??
          (await repository.readDiff(pullRequest.number)).mergeBase
        : (await repository.readBranch(configured.branch))?.sha;
      const present = await readTexts(repository, files, commit);
      return {
        ...showFiles(files, present),
        repository: configured.url,
        commit,
        isMerged,
      };
    } catch (error) {
      if (error instanceof EditRefusal || error instanceof GitFailure) {
        return {
          files: [],
          diff: '',
          notes: [wordUnread(error.message)],
          repository: configured.url,
          isMerged,
        };
      }
      throw error;
    }
  }

  /** @throws NotFoundError for what is not there, and for what is of others, in the same words */
  async current(key: string, asker: RequestAsker): Promise<RequestCurrent> {
    const parsed = parseThingKey(key);
    const known = parsed && (await this.#things.get(key));
    const mayRead =
      known &&
      (asker.memberOf.has(known.owner.toLocaleLowerCase('en-US')) ||
        asker.readable === 'all');
    if (!parsed || !known || !mayRead) {
      throw new NotFoundError(`No ${key} is known here`);
    }
    const handler = this.#assessor.handlerOf(parsed.kind);
    const where = await handler.locate(known.spec);
    if ('notLocated' in where) {
      throw new NotFoundError(where.notLocated);
    }
    const current = await this.#assessor.current(
      handler,
      known.spec,
      this.#git.repository(where.repository.id, asker.userRef),
      where,
    );
    if (!current.spec) {
      throw new NotFoundError(
        `Git has no ${key} that is understood ${current.problems.join(
          ' ',
        )}`.trim(),
      );
    }
    const { owner, place, thing } = handler.facts(current.spec);
    const active = await this.#store.activeOf(key);
    return {
      thing,
      owner,
      environment: place.environment,
      ...(place.cluster && { cluster: place.cluster }),
      spec: current.spec,
      specHash: hashOfSpec(current.spec),
      commit: current.commit,
      path: where.paths[0],
      repository: where.repository.url,
      operations: known.lifecycle === 'deleting' ? [] : [...handler.operations],
      isBusy: active !== undefined,
      ...(active &&
        inRequestScope(active, asker.readable) && {
          activeRequest: active.asked.id,
        }),
    };
  }
}

/** What files become, and the diff. Pure. */
export function showFiles(
  proposed: ProposedFile[],
  present: ReadonlyMap<string, string>,
): Pick<RequestDiff, 'diff' | 'files' | 'notes'> {
  const { diff, files } = applyChange(
    { files: proposed },
    new Map([...present].map(([path, text]) => [path, { text, sha: path }])),
  );
  return {
    diff,
    notes: [],
    files: files.map(({ path, text }): RequestFile => {
      const before = present.get(path);
      return {
        path,
        change: changeOf(before, text),
        ...(before !== undefined && { before }),
        ...(text !== undefined && { after: text }),
      };
    }),
  };
}

function changeOf(
  before: string | undefined,
  after: string | undefined,
): RequestFile['change'] {
  if (before === undefined) {
    return 'create';
  }
  return after === undefined ? 'remove' : 'change';
}

async function readTexts(
  repository: GitRepository,
  files: ProposedFile[],
  commit: string | undefined,
): Promise<Map<string, string>> {
  const present = new Map<string, string>();
  for (const { path } of commit ? files : []) {
    const file = await repository.readFile(path, commit!);
    if (file) {
      present.set(path, file.text);
    }
  }
  return present;
}

function wordUnread(why: string): string {
  return `The repository could not be read: ${why}`;
}

function wantedOf(
  resource: string,
  {
    amounts,
    kind,
    monthlyCostUsd,
    operation,
  }: {
    amounts: { vcpu?: number; memoryGib?: number; storageGib?: number };
    kind: string;
    monthlyCostUsd?: number;
    operation: string;
  },
): { wanted?: number } {
  const counts: Record<string, number | undefined> = {
    clusters: kind === 'cluster' ? 1 : 0,
    namespaces: kind === 'namespace' ? 1 : 0,
    ...amounts,
    monthlyCost: monthlyCostUsd,
  };
  const wanted = operation === 'delete' ? 0 : counts[resource];
  return wanted === undefined ? {} : { wanted };
}

/** @throws what is no problem of a field */
function problemsOf(error: unknown) {
  if (error instanceof RequestRefusal) {
    return [...error.problems];
  }
  if (error instanceof EditRefusal) {
    return [{ field: '', message: error.message }];
  }
  throw error;
}
