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

import type { Application } from './Application';
import type { FleetController } from './FleetController';
import type { ApplicationFault } from './types';
import type { ApplicationKind } from './work';

/**
 * How an application stands.
 *
 * @public
 */
export interface ApplicationState {
  name: string;
  /** What it is of. */
  kind: ApplicationKind;
  syncStatus: string;
  healthStatus: string;
  /** The commit that it was compared with. */
  revision: string;
  /** Of its latest sync. */
  operationPhase?: string;
  message?: string;
}

/**
 * Argo CD from behind: how applications stand, and what goes wrong with them.
 * A cluster's is named by the cluster's ARN, any by its own name.
 *
 * @public
 */
export class ArgocdControl {
  readonly #controller: FleetController | undefined;

  /** @internal */
  constructor(controller: FleetController | undefined) {
    this.#controller = controller;
  }

  /** The cluster that its objects are in. */
  get hubArn(): string | undefined {
    return this.#controller?.hub()?.arn;
  }

  async application(nameOrArn: string): Promise<ApplicationState> {
    return stateOf(await this.#application(nameOrArn));
  }

  /** Those of clusters first, in their order in Git. */
  async applications(): Promise<ApplicationState[]> {
    const all = await this.#controller?.applications();
    return [...(all?.values() ?? [])].map(stateOf);
  }

  /** Breaks an application, or with `undefined` mends it. */
  async setFault(
    nameOrArn: string,
    fault: ApplicationFault | undefined,
  ): Promise<void> {
    const application = await this.#application(nameOrArn);
    application.fault = fault;
    application.changes += 1;
  }

  /** Syncs now, also what has failed before. */
  async sync(nameOrArn: string): Promise<void> {
    const application = await this.#application(nameOrArn);
    this.#controller!.requestSync(application);
  }

  /** Whether the application syncs by itself; one that is suspended does not. */
  async setAutomated(nameOrArn: string, automated: boolean): Promise<void> {
    const application = await this.#application(nameOrArn);
    application.automated = automated;
    application.changes += 1;
  }

  #application(nameOrArn: string) {
    if (!this.#controller) {
      throw new Error('This cloud has no fleet repository');
    }
    return this.#controller.applicationOf(nameOrArn);
  }
}

function stateOf(application: Application): ApplicationState {
  const { subject, syncStatus, healthStatus, compared, operation } =
    application;
  return {
    name: subject.name,
    kind: subject.kind,
    syncStatus,
    healthStatus,
    revision: compared.revision,
    operationPhase: operation?.phase,
    message: messageOf(application),
  };
}

/** What is wrong with it, or with its last sync. */
function messageOf({ message, operation }: Application): string | undefined {
  return (
    message ?? (operation?.phase === 'Failed' ? operation.message : undefined)
  );
}
