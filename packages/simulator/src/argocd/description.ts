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
import type { FleetFile } from './listFiles';
import type { Seen } from './Application';
import type { ApplicationSubject, ApplicationWork } from './work';

/** What is seen in one commit; of another repository where it names a revision. */
export type SeenInCommit<W> = Omit<Seen<W>, 'revision'> &
  Partial<Pick<Seen<W>, 'revision'>>;

/** An application that files of one commit describe. */
export interface Description<W = unknown> {
  name: string;
  seen: SeenInCommit<W>;
  /** What the application is of, when it is made. */
  open(): { subject: ApplicationSubject; work: ApplicationWork<W> };
  /** What is seen in a commit that no longer describes it. */
  gone(files: readonly FleetFile[]): SeenInCommit<W>;
}
