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

import { createHash } from 'node:crypto';
import type { PolicyEngine } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ObservedException,
  ObservedPolicy,
  PolicySink,
  PolicySnapshot,
} from '../../extensions/policySources';
import type { ReadableKinds } from './readableKinds';

/** Gives policies and exceptions to the sink, unless they are what it was given last. */
export function giveUnlessKnown(
  sink: PolicySink,
  read: {
    engine: PolicyEngine;
    readable: ReadableKinds;
    policies: ObservedPolicy[];
    exceptions?: ObservedException[];
    previous?: string;
  },
): PolicySnapshot {
  const { engine, readable, policies, exceptions = [], previous } = read;
  const { notes } = readable;
  const things = [...policies, ...exceptions].map(each => JSON.stringify(each));
  const hash = createHash('sha256')
    .update(JSON.stringify([things.sort(), notes]))
    .digest('base64url');
  const state = readable.state({ hash });
  if (state === previous) {
    return { unchanged: true, state, engines: [] };
  }
  policies.forEach(policy => sink.policy(policy));
  exceptions.forEach(exception => sink.exception(exception));
  return { state, engines: readable.areAll ? [engine] : [], notes };
}
