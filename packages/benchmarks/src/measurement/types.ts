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

/** What a value must keep to. */
export type Bar =
  | { atMost: number }
  | { atLeast: number }
  | { exactly: number };

/** One measured number. */
export interface Measurement {
  name: string;
  value: number;
  unit: string;
  /** Left out for what only stands beside, such as a peer's number. */
  bar?: Bar;
  /** How the number came about, and what else was seen. */
  detail: string;
}

/** Tells of a measurement as soon as it is there. */
export type Record = (measurement: Measurement) => void;
