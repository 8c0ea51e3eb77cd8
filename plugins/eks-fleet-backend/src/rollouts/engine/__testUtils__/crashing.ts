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

/**
 * Like the thing itself, but for what happens just before and after some of
 * what it does: `between` may throw, as where the process dies there, or let
 * others go on meanwhile.
 */
export function crashing<T extends object>(
  thing: T,
  methods: ReadonlyArray<keyof T>,
  between: (where: string) => Promise<void>,
): T {
  return new Proxy(thing, {
    get(target, property) {
      const value = Reflect.get(target, property, target);
      if (typeof value !== 'function') {
        return value;
      }
      const method = value.bind(target);
      if (!methods.includes(property as keyof T)) {
        return method;
      }
      return async (...values: unknown[]) => {
        await between(`before ${String(property)}`);
        const result = await method(...values);
        await between(`after ${String(property)}`);
        return result;
      };
    },
  });
}
