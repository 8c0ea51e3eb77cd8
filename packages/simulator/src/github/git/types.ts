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

export interface Signature {
  name: string;
  email: string;
  date: Date;
}

export interface GitObject {
  sha: string;
  type: 'blob' | 'tree' | 'commit' | 'tag';
  content: Buffer;
}

export interface GitCommit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Of blobs alone. */
  size?: number;
  path: string;
}

/** One file that a new tree has, or has no more. */
export interface TreeChange {
  path: string;
  /** `100644` by default. */
  mode?: string;
  /** `undefined` takes the file away. */
  sha: string | undefined;
}

/** What merging two commits gives. */
export type MergedTree =
  | { tree: string; conflicts?: undefined }
  | { conflicts: string[] };

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed';

export interface FileDiff {
  path: string;
  previousPath?: string;
  status: FileStatus;
  /** Of the file as it is after the change; as it was where it is gone. */
  sha: string;
  additions: number;
  deletions: number;
  /** Absent for binary files. */
  patch?: string;
}
