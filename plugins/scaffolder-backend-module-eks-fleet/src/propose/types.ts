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
  FieldEdit,
  KeptProposal,
  ValueEdit,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What a step gives to the action. */
export interface ProposeInput {
  repository: string;
  name: string;
  title: string;
  description?: string;
  sourcePath?: string;
  targetPath?: string;
  files?: Array<{ path: string; content: string }>;
  replaceExisting?: boolean;
  deletions?: string[];
  edits?: FileEdits[];
}

/** A run of the step. */
export type ProposeContext = Pick<
  ActionContext<JsonObject, JsonObject>,
  | 'checkpoint'
  | 'getInitiatorCredentials'
  | 'isDryRun'
  | 'logger'
  | 'signal'
  | 'task'
  | 'templateInfo'
  | 'user'
  | 'workspacePath'
> & { input: ProposeInput };

/** One of `fields`, `values` and `entries`. */
export interface FileEdits {
  path: string;
  fields?: FieldEdit[];
  values?: ValueEdit[];
  entries?: Array<{ pointer: string; add?: JsonObject; remove?: JsonObject }>;
}

/** What later steps and the page of the task are given. */
export type ProposeOutput = {
  outcome: KeptProposal['outcome'];
  changed: boolean;
  branch: string;
  pullRequestNumber?: number;
  pullRequestUrl?: string;
  commit?: string;
};
