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

import type { ExceptionFile } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { Snippet } from '../Snippet';
import styles from './ExceptionFiles.module.css';

/** Files of an exception as they are written to Git; one alone is open at once. */
export function ExceptionFiles(props: { files: ExceptionFile[] }) {
  const { files } = props;
  return (
    <>
      {files.map(({ cluster, path, text }) => (
        <details key={`${path} ${cluster}`} open={files.length === 1}>
          <summary className={styles.path}>{path}</summary>
          <Snippet title={path} text={text} />
        </details>
      ))}
    </>
  );
}
