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

/** Of a minor version of Kubernetes, the profile that was written for it. */
function profileFor(minor: number): string | undefined {
  if (minor < 29) {
    return undefined;
  }
  return minor <= 31 ? 'eks-1.7.0' : 'eks-1.8.0';
}

/**
 * What is to be known of the profiles: kube-bench falls back to an old one for
 * what it does not know.
 *
 * @param detected - Kubernetes versions by profile
 */
export function profileNotes(
  detected: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const profiles = [...detected.keys()].sort();
  const several =
    profiles.length > 1
      ? [
          `Nodes were checked by several profiles, which are not compared: ${profiles.join(
            ', ',
          )}.`,
        ]
      : [];
  return profiles.reduce((notes, profile) => {
    const fallback = [...detected.get(profile)!].sort().flatMap(version => {
      const minor = Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? NaN);
      const fitting = profileFor(minor);
      const isOlder =
        /^eks-\d+\.\d+\.\d+$/.test(profile) &&
        fitting !== undefined &&
        profile < fitting;
      return isOlder
        ? [
            `kube-bench took ${profile} for Kubernetes ${version}; ${fitting} is nearer to it (\`--benchmark ${fitting}\`).`,
          ]
        : [];
    });
    return notes.concat(fallback);
  }, several);
}
