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
import type { HubContext } from './applicationObject';
import type { GitopsClusterSpec } from './types';

/**
 * What an application is for, as its labels say.
 *
 * @public
 */
export type ApplicationKind =
  | 'application'
  | 'cluster'
  | 'namespace'
  | 'namespace-project';

/** An object that an application has made, as its status lists them. */
export interface ApplicationResource {
  group: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** What an application is of, and where it comes from and goes to. */
export interface ApplicationSubject {
  kind: ApplicationKind;
  name: string;
  /** Argo CD's, such as `fleet-namespaces`. */
  project: string;
  /** Of the cluster that it is about, where it says so. */
  clusterArn?: string;
  /** The cluster that it describes, where it does. */
  cluster?: GitopsClusterSpec;
  /** Whether Argo CD knows that cluster. */
  isRegistered?(): boolean;
  labels: Record<string, string>;
  /** Besides the cluster's ARN. */
  annotations?: Record<string, string>;
  /**
   * Where it reads.
   *
   * @param wanted - what was last seen in Git
   */
  source(context: HubContext, wanted?: unknown): Record<string, unknown>;
  destination(context: HubContext): Record<string, string>;
  resources(): ApplicationResource[];
}

/** `done`, `wait` while something is under way, or `step`: something was done, and more is left. */
export type Turn = 'done' | 'step' | 'wait';

/** What an application does where it brings things about; `W` is what its files want. */
export interface ApplicationWork<W> {
  /** What keeps it from being compared at all, in Argo CD's words. */
  obstacle?(): string | undefined;
  /** Whether what it describes is there. */
  isThere(): boolean;
  /** Whether more of it is there than is wanted, which only pruning takes away. */
  hasExtra?(wanted: W | undefined): boolean;
  /**
   * What a sync does.
   *
   * @throws an Error that says why it has failed
   */
  bring(wanted: W | undefined, before: W | undefined, at: Date): void;
  /**
   * Does what comes after the sync, one thing at a time.
   *
   * @throws an Error that says why nothing more is done
   */
  goOn(wanted: W): Turn;
  /**
   * Takes away what it has made, one thing at a time.
   *
   * @throws an Error that says why nothing more is done
   */
  remove(at: Date, wanted: W | undefined): Turn;
}
