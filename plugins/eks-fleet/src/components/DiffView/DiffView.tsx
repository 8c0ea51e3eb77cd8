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

import { Text } from '@backstage/ui';
import { diffLines } from '../../lib/diffLines';
import { CopyButton } from '../CopyButton';
import styles from './DiffView.module.css';

/** A unified diff; each line says by its sign what it is, the tone only repeats it. */
export function DiffView(props: { title: string; diff: string }) {
  const { diff, title } = props;
  return (
    <section className={styles.diff} aria-label={title}>
      <div className={styles.head}>
        <Text as="h4" variant="body-small" weight="bold">
          {title}
        </Text>
        <CopyButton text={diff} />
      </div>
      {/* It scrolls, so that it has to be reached by the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.code} tabIndex={0}>
        {diffLines(diff).map(({ kind, text }, index) => (
          <span key={index} className={styles.line} data-kind={kind}>
            {text}
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  );
}
