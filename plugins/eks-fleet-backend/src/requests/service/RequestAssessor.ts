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

import type { JsonObject } from '@backstage/types';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  ClusterThing,
  RequestAsk,
  RequestApproval,
  RequestKind,
  RequestVerdict,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  GitFailure,
  type EksFleetGitService,
  type GitRepository,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type {
  CurrentThing,
  FileText,
  KindAsk,
  RequestKindHandler,
  ThingFacts,
  ThingFiles,
} from '../kinds/types';
import { clusterKey, type PreflightGround } from '../preflight';
import type { KnownThing } from '../store/things';
import type { RequestClaims } from '../store/types';
import { RequestRefusal, type RequestAssessment } from '../types';
import { mergePatch } from './mergePatch';
import { hashOfAsk, hashOfSpec } from './specHash';

/** What somebody asks for, as far as it is known before it is judged. */
export interface PreparedAsk {
  handler: RequestKindHandler;
  ask: KindAsk;
  facts: ThingFacts;
  owner: string;
  where: ThingFiles;
  /** Left out where Git was not asked, or did not answer. */
  current?: CurrentThing;
  /** Why Git was not read, in a sentence. */
  unread?: string;
}

/** Makes of what somebody asks for what is decided about. */
export class RequestAssessor {
  readonly #kinds: ReadonlyMap<RequestKind, RequestKindHandler>;
  readonly #git: Pick<EksFleetGitService, 'repository'>;
  readonly #things: { get(key: string): Promise<KnownThing | undefined> };

  constructor(options: {
    kinds: RequestKindHandler[];
    git: Pick<EksFleetGitService, 'repository'>;
    things: { get(key: string): Promise<KnownThing | undefined> };
  }) {
    this.#kinds = new Map(options.kinds.map(each => [each.kind, each]));
    this.#git = options.git;
    this.#things = options.things;
  }

  get kinds(): RequestKind[] {
    return [...this.#kinds.keys()];
  }

  /** @throws InputError for a kind that cannot be asked for here */
  handlerOf(kind: RequestKind): RequestKindHandler {
    const handler = this.#kinds.get(kind);
    if (!handler) {
      throw new InputError(
        `kind: ${kind} cannot be asked for here; there are ${this.kinds.join(
          ', ',
        )}`,
      );
    }
    return handler;
  }

  /**
   * @param options - `asks` whose turn it is at the Git host; without it Git is not asked, and what is there is what requests have left there
   * @throws RequestRefusal for fields that are wrong, ConflictError where Git says something else than the form was opened on
   */
  async prepare(
    asked: RequestAsk,
    options: { asks?: string } = {},
  ): Promise<PreparedAsk> {
    const handler = this.handlerOf(asked.kind);
    const given = await asAdopted(handler, asked);
    const key = keyOf(given);
    const known = key ? await this.#things.get(key) : undefined;
    const first = specOf(handler, given, known?.spec);
    const facts = handler.facts(first);
    if (key && facts.thing.key !== key) {
      throw new RequestRefusal([
        {
          field: 'thing',
          message: `is ${key}, and the spec is of ${facts.thing.key}`,
        },
      ]);
    }
    const where = await handler.locate(first);
    if ('notLocated' in where) {
      throw new RequestRefusal([{ field: '', message: where.notLocated }]);
    }
    const { current, unread } = await this.#read(
      handler,
      first,
      where,
      options.asks,
    );
    // Git has neither yet.
    const isNew = given.operation === 'create' || given.operation === 'adopt';
    const before = isNew
      ? undefined
      : current?.spec ?? (await this.#things.get(facts.thing.key))?.spec;
    if (!isNew && !before) {
      throw unread
        ? new ConflictError(`What Git says of it is not known: ${unread}`)
        : new NotFoundError(
            current && current.problems.length > 0
              ? `What Git says of ${
                  facts.thing.title
                } is not understood: ${current.problems.join(' ')}`
              : `Git has no ${facts.thing.kind} ${facts.thing.title}`,
          );
    }
    if (isNew && current && current.files.length > 0) {
      throw new ConflictError(
        `Git has ${facts.thing.kind} ${facts.thing.title} already, at ${current.files[0].path}`,
      );
    }
    refuseStale(given, before);
    const spec = specOf(handler, given, before);
    return {
      handler,
      ask: {
        operation: given.operation,
        spec,
        ...(before && { before }),
        ...(given.request && { requestId: given.request }),
      },
      facts: handler.facts(spec),
      owner: given.owner,
      where,
      current,
      unread,
    };
  }

  /**
   * What a prepared ask comes to on this ground.
   *
   * @throws RequestRefusal, EditRefusal for what cannot be written
   */
  judge(
    { ask, current, facts, handler, owner, where }: PreparedAsk,
    ground: PreflightGround,
    requestId: string,
  ): {
    assessment: RequestAssessment;
    claims: RequestClaims;
    /** What is judged: as it was asked for, with what was chosen. */
    spec: JsonObject;
  } {
    const asked = { ...ask, requestId };
    const own = { ...asked, ...handler.settle?.(asked, ground), requestId };
    const { clusters, cost, verdict } = handler.assess(own, ground, where);
    return {
      assessment: {
        verdict,
        approval: approvalBy(
          verdict,
          ground,
          clusters ?? [facts.place.cluster],
        ),
        cost,
        ...(clusters && { clusters }),
        ...(ask.before && { before: ask.before }),
        files:
          verdict.outcome === 'deny' ? [] : handler.render(own, where, current),
        specHash: hashOfAsk({
          kind: handler.kind,
          operation: ask.operation,
          key: facts.thing.key,
          owner,
          spec: own.spec,
          before: ask.before,
        }),
      },
      spec: own.spec,
      claims: handler.claims(own, ground),
    };
  }

  /** What Git says of a thing at this moment. */
  async current(
    handler: RequestKindHandler,
    spec: JsonObject,
    repository: GitRepository,
    where: ThingFiles,
  ): Promise<CurrentThing> {
    const branch = await repository.readBranch(where.repository.branch);
    if (!branch) {
      throw new GitFailure(
        'notFound',
        `There is no branch ${where.repository.branch}`,
      );
    }
    const read = async (paths: string[]) => {
      const texts: FileText[] = [];
      for (const path of paths) {
        const file = await repository.readFile(path, branch.sha);
        if (file) {
          texts.push({ path, text: file.text });
        }
      }
      return texts;
    };
    const files = await read(where.paths);
    const shared = await read(where.shared ?? []);
    return {
      commit: branch.sha,
      files,
      shared,
      ...(files.length > 0
        ? handler.parse(spec, where, { files, shared })
        : { problems: [] }),
    };
  }

  async #read(
    handler: RequestKindHandler,
    spec: JsonObject,
    where: ThingFiles,
    asks: string | undefined,
  ): Promise<Pick<PreparedAsk, 'current' | 'unread'>> {
    if (!asks) {
      return {};
    }
    const repository = this.#git.repository(where.repository.id, asks);
    try {
      return {
        current: await this.current(handler, spec, repository, where),
      };
    } catch (error) {
      if (error instanceof GitFailure) {
        return { unread: error.message };
      }
      throw error;
    }
  }
}

/** What is adopted is as it is where it lives. */
async function asAdopted(
  handler: RequestKindHandler,
  given: RequestAsk,
): Promise<RequestAsk> {
  return given.operation === 'adopt' && handler.adopted
    ? { ...given, spec: await handler.adopted(given), patch: undefined }
    : given;
}

/** All of what is wanted, checked. */
function specOf(
  handler: RequestKindHandler,
  given: RequestAsk,
  before: JsonObject | undefined,
): JsonObject {
  const checked = handler.check(wantedOf(given, before));
  if ('problems' in checked) {
    throw new RequestRefusal(
      checked.problems.map(({ field, message }) => ({
        field: field ? `spec.${field}` : 'spec',
        message,
      })),
    );
  }
  return checked.spec;
}

function wantedOf(
  { expiresOn, operation, patch, spec, thing }: RequestAsk,
  before: JsonObject | undefined,
): unknown {
  const known = () => {
    if (!before) {
      throw thing
        ? new NotFoundError(`No ${thing} is known here`)
        : new RequestRefusal([{ field: 'thing', message: 'is missing' }]);
    }
    return before;
  };
  switch (operation) {
    case 'delete':
      return before ?? spec ?? known();
    case 'extend':
      if (!expiresOn) {
        throw new RequestRefusal([
          { field: 'expiresOn', message: 'is missing' },
        ]);
      }
      return { ...known(), expiresOn };
    case 'change':
      return spec ?? mergePatch(known(), (patch ?? {}) as JsonObject);
    default:
      if (!spec) {
        throw new RequestRefusal([{ field: 'spec', message: 'is missing' }]);
      }
      return spec;
  }
}

/** Of what is there already. */
function keyOf({ operation, thing }: RequestAsk): string | undefined {
  return operation === 'create' || operation === 'adopt' ? undefined : thing;
}

/** What the form was opened on has to be what is there. */
function refuseStale(
  { base }: RequestAsk,
  before: JsonObject | undefined,
): void {
  if (base && (!before || hashOfSpec(before) !== base.specHash)) {
    throw new ConflictError(
      'What Git says of it has changed since the form was opened; look at it again',
    );
  }
}

function approvalBy(
  { outcome, reasons }: RequestVerdict,
  { config, fleet }: PreflightGround,
  clusters: (ClusterThing | undefined)[],
): RequestApproval {
  const owners = clusters.map(
    cluster => cluster && fleet.cluster(clusterKey(cluster))?.owner,
  );
  const why = reasons.filter(each =>
    outcome === 'needsApproval'
      ? each.outcome === 'needsApproval'
      : each.code === 'automaticApproval',
  );
  return {
    needed: outcome === 'needsApproval',
    message:
      why.map(({ message }) => message).join(' ') ||
      (outcome === 'needsApproval'
        ? 'A person has to agree'
        : 'It may go on by itself'),
    approvers: config.approvers.length
      ? [...config.approvers]
      : [...new Set(owners.flatMap(owner => owner || []))],
  };
}
