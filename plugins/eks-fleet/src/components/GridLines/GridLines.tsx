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

import type { ReactNode } from 'react';
import { tabStop } from '../../lib/tabStop';
import styles from './GridLines.module.css';

/** What a cell of a grid shows in two lines. */
export function GridLines(props: { title?: string; children: ReactNode }) {
  return (
    <span className={styles.lines} title={props.title}>
      {props.children}
    </span>
  );
}

/** One line of a cell, cut where it is too long. */
export function GridLine(props: { title?: string; children: ReactNode }) {
  return (
    <span className={styles.line} title={props.title}>
      {props.children}
    </span>
  );
}

/** The line below, which matters less. */
export function GridSmall(props: { title?: string; children: ReactNode }) {
  return (
    <small className={styles.line} title={props.title}>
      {props.children}
    </small>
  );
}

/** The name of what a row is of: it opens it. */
export function GridOpen(props: {
  label: string;
  title?: string;
  tabbable: boolean;
  onOpen: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles.open}
      title={props.title}
      aria-label={props.label}
      {...tabStop(props.tabbable)}
      onClick={props.onOpen}
    >
      {props.children}
    </button>
  );
}
