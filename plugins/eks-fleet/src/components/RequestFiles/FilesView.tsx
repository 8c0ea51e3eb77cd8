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

import { Link, Text } from '@backstage/ui';
import type { RequestDiff } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { safeUrl } from '../../lib/safeUrl';
import { fileChanges } from '../../states';
import { DiffView } from '../DiffView';
import { Snippet } from '../Snippet';
import { StateBadge } from '../StateBadge';
import styles from './RequestFiles.module.css';

/** The files that something changes in the fleet repository, and how. */
export function FilesView(props: { diff: RequestDiff }) {
  const { commit, diff, files, notes } = props.diff;
  const t = useTranslation();
  const repository = props.diff.repository && safeUrl(props.diff.repository);
  return (
    <div className={styles.files}>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {files.length === 0 ? (
        <Text as="p" color="secondary">
          {t(diff ? 'request.noDiff' : 'request.noFiles')}
        </Text>
      ) : (
        <ul className={styles.list}>
          {files.map(file => {
            const look = fileChanges[file.change];
            const text = file.after ?? file.before;
            return (
              <li key={file.path}>
                <details>
                  <summary className={styles.path}>
                    <StateBadge look={look}>{t(look.word)}</StateBadge>{' '}
                    <code>{file.path}</code>
                  </summary>
                  {text !== undefined && (
                    <Snippet
                      title={t('request.wholeFile', { path: file.path })}
                      text={text}
                    />
                  )}
                </details>
              </li>
            );
          })}
        </ul>
      )}
      {diff && <DiffView title={t('request.diff')} diff={diff} />}
      {(repository || commit) && (
        <p className={styles.about}>
          {repository && (
            <Link href={repository} target="_blank" variant="body-small">
              {repository}
            </Link>
          )}{' '}
          {commit && t('request.heldAgainst', { commit: commit.slice(0, 10) })}
        </p>
      )}
    </div>
  );
}
