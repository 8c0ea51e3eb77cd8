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

export const FAULT_EFFECTS = [
  'throttle',
  'deny',
  'explicitDeny',
  'delay',
  'hang',
  'reset',
  'error',
  'lostAnswer',
  'expireToken',
  'expireCredentials',
  'failUpdate',
  'hangUpdate',
] as const;

/**
 * `throttle`: the service's throttling error. `deny`: no policy allows the
 * call. `explicitDeny`: an organization policy forbids it. `delay`: a late
 * answer. `hang`: no answer ever, on a connection that stays. `reset`: the
 * connection breaks. `error`: the service's internal error. `lostAnswer`: the
 * call takes effect and the connection breaks. `expireToken`: the page token is
 * too old (only calls that carry one). `expireCredentials`: the session is over.
 * `failUpdate`: the call is accepted, and the update that it starts fails in its
 * time, with `error`. `hangUpdate`: the update goes on when `delayMs` have passed
 * on the simulator's clock, or when faults are cleared.
 *
 * @public
 */
export type FaultEffect = (typeof FAULT_EFFECTS)[number];
