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

// To be required before anything else: the process lives CHAOS_HURRY times
// faster than the wall, counted from CHAOS_EPOCH, together with all others that
// are told the same. Timers keep the wall's pace.
const { subscribe } = require('node:diagnostics_channel');

const hurry = Number(process.env.CHAOS_HURRY ?? 1);
const epoch = Number(process.env.CHAOS_EPOCH ?? 0);
const Wall = Date;
const now = () => Math.floor(epoch + (Wall.now() - epoch) * hurry);

if (hurry !== 1) {
  globalThis.Date = new Proxy(Wall, {
    construct: (target, parameters, newTarget) =>
      Reflect.construct(
        target,
        parameters.length > 0 ? parameters : [now()],
        newTarget,
      ),
    apply: () => new Wall(now()).toString(),
    get: (target, name, receiver) =>
      name === 'now' ? now : Reflect.get(target, name, receiver),
  });
  Wall.prototype.constructor = globalThis.Date;
  // Node.js itself still knows the wall's time, and AWS's clients would follow
  // what servers say.
  subscribe('http.server.request.start', ({ response }) => {
    response.setHeader('Date', new Date().toUTCString());
  });
}
