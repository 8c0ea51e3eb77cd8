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

import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type {
  RequestAsk,
  RequestOutcome,
  RequestState,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  FleetBackend,
  FleetBackendFor,
} from '../backend/createFleetBackend';
import type { FindEntity } from './readPlace';

/** A run of a step. */
export type StepContext = Pick<
  ActionContext<JsonObject, JsonObject>,
  | 'checkpoint'
  | 'getInitiatorCredentials'
  | 'isDryRun'
  | 'logger'
  | 'output'
  | 'signal'
  | 'step'
  | 'task'
  | 'workspacePath'
>;

/** What actions of requests are made with. */
export interface RequestActionOptions {
  backendFor: FleetBackendFor;
  /** Reads an entity of the catalog as the initiator may. */
  findEntityFor: (
    credentials: Awaited<ReturnType<StepContext['getInitiatorCredentials']>>,
  ) => FindEntity;
  /** Where the portal's pages are mounted. */
  portalPath: string;
}

/** What a step may read to find out what exactly is asked for. */
export interface AskGround {
  backend: FleetBackend;
  findEntity: FindEntity;
}

/** What a step asks for, and why. */
export interface StepAsk {
  /** In the words of what may be refused, such as `ask for a namespace`. */
  act: string;
  /** All that the step was given; the same again is the same request. */
  input: object;
  reason: string;
  ticket?: string;
  make(ground: AskGround): Promise<RequestAsk>;
}

/** What later steps and the page of the task are given. */
export type RequestOutput = {
  /** None in a dry run. */
  requestId?: string;
  /** Where it is followed; none in a dry run. */
  link?: string;
  state?: RequestState;
  /** Key of what it is about. */
  thing: string;
  verdict: RequestOutcome;
  needsApproval: boolean;
  /** Of the thing in the catalog, once it is there. */
  entityRef?: string;
  pullRequestUrl?: string;
};
