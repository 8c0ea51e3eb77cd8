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
import type {
  ClusterThing,
  CostEstimate,
  RequestAsk,
  RequestKind,
  RequestOperation,
  RequestProblem,
  RequestSource,
  RequestThing,
  RequestVerdict,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  FleetRepository,
  ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { PreflightGround } from '../preflight';
import type { RequestClaims } from '../store/types';
import type { RequestPlace, RequestRecord } from '../types';

/** Where a thing is described. */
export interface ThingFiles {
  repository: FleetRepository;
  /** Its own files, the first of which is there whenever the thing is. */
  paths: string[];
  /** Files of others that have a part of it; they stay when it goes. */
  shared?: string[];
}

/** The text of a file. */
export interface FileText {
  path: string;
  text: string;
}

/** What Git says of a thing. */
export interface CurrentThing {
  /** The commit that was looked at. */
  commit: string;
  /** Its own; without a file that is not there. */
  files: FileText[];
  /** Those of others that have a part of it. */
  shared: FileText[];
  /** Where all of it is understood and right. */
  spec?: JsonObject;
  /** Why it cannot be changed, in sentences. */
  problems: string[];
}

/** Whose a thing is, and where. */
export interface ThingFacts {
  thing: RequestThing;
  place: RequestPlace;
  /** Entity reference. */
  owner: string;
}

/** What is asked for, as far as it decides about files and verdict. */
export interface KindAsk {
  operation: RequestOperation;
  spec: JsonObject;
  before?: JsonObject;
  /** Of the request itself, where it has one. */
  requestId?: string;
}

/** What is seen of a thing where Git leads to. */
export interface RequestSighting {
  /** How far Argo CD has it; `notRead` where no Argo CD is read. */
  delivery: {
    state: 'notRead' | 'missing' | 'behind' | 'failed' | 'synced' | 'unknown';
    message?: string;
    /** Of one that is synced: whether all that it brings is there. */
    isSettled?: boolean;
    application?: { name: string; namespace?: string; url?: string };
  };
  /** What is where it lives; `there` as it is wanted, `stuck` where somebody has to mend it. */
  thing: {
    state: 'absent' | 'coming' | 'there' | 'stuck' | 'failed' | 'unknown';
    source: RequestSource;
    message?: string;
  };
  /** Whether the portal knows it; `notRead` where nothing of it is registered. */
  registration: {
    state: 'notRead' | 'missing' | 'there';
    entityRef?: string;
    message?: string;
    /** What somebody does about it where it takes too long, as a sentence. */
    remedy?: string;
  };
}

/**
 * What there is to know of one kind of things that people ask for. All but
 * `locate` and `observe` is pure.
 */
export interface RequestKindHandler {
  readonly kind: RequestKind;
  /** What may be asked for of one that is there. */
  readonly operations: readonly RequestOperation[];
  /**
   * What is to be adopted, as it is where it lives; what was asked for where
   * that is not read.
   *
   * @throws RequestRefusal for what is to be otherwise than it is, NotFoundError for what is not there
   */
  adopted?(given: RequestAsk): Promise<JsonObject>;
  /** All of a spec, with what fields count as that were left out; or what is wrong. */
  check(value: unknown): { spec: JsonObject } | { problems: RequestProblem[] };
  /**
   * The same with what is only chosen on the ground of what others have, such
   * as addresses; as it was asked for without it.
   *
   * @throws RequestRefusal where there is nothing to choose
   */
  settle?(ask: KindAsk, ground: PreflightGround): KindAsk;
  /** Of a spec that was checked. */
  facts(spec: JsonObject): ThingFacts;
  /** @returns where it is described, or in one sentence why nowhere */
  locate(spec: JsonObject): Promise<ThingFiles | { notLocated: string }>;
  /**
   * What its files say.
   *
   * @throws EditRefusal where a file is not what its name says
   */
  parse(
    spec: JsonObject,
    where: ThingFiles,
    current: Pick<CurrentThing, 'files' | 'shared'>,
  ): Pick<CurrentThing, 'spec' | 'problems'>;
  /**
   * What is proposed.
   *
   * @throws RequestRefusal for what cannot be said in files, EditRefusal where they are not as expected
   */
  render(
    ask: KindAsk & { requestId: string },
    where: ThingFiles,
    current: CurrentThing | undefined,
  ): ProposedFile[];
  /**
   * What takes its own files away, once what they describe is gone.
   *
   * @throws RequestRefusal, EditRefusal where Git has not let go of it
   */
  remove(
    spec: JsonObject,
    where: ThingFiles,
    current: CurrentThing,
  ): ProposedFile[];
  assess(
    ask: KindAsk,
    ground: PreflightGround,
    where?: ThingFiles,
  ): {
    verdict: RequestVerdict;
    cost?: CostEstimate;
    /** Those that its environment comes to, where that decides on them. */
    clusters?: ClusterThing[];
  };
  /** What it holds from when it is asked for until it ends. */
  claims(ask: KindAsk, ground: PreflightGround): RequestClaims;
  /**
   * What is there now; what cannot be read is said as `unknown`.
   *
   * @param since - when what is looked for was merged
   */
  observe(record: RequestRecord, since: string): Promise<RequestSighting>;
}
