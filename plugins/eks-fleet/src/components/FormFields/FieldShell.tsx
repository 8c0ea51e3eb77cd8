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
import type { FormFieldProps } from '../../formFields/types';
import styles from './FormFields.module.css';

/** A field of a template, named and described as the template says. */
export function FieldShell(props: {
  field: Pick<
    FormFieldProps<any>,
    'idSchema' | 'name' | 'rawErrors' | 'schema' | 'uiSchema'
  >;
  /** What is in it says by itself what it is called. */
  untitled?: boolean;
  children: ReactNode;
}) {
  const { children, field, untitled } = props;
  const { idSchema, rawErrors, schema, uiSchema } = field;
  const id = idSchema?.$id ?? field.name;
  const title = fieldTitle(field);
  const description = uiSchema['ui:description'] ?? schema.description;
  const described = [
    description && `${id}__hint`,
    rawErrors?.length && `${id}__error`,
  ].filter(Boolean);
  return (
    <div
      role="group"
      className={styles.field}
      aria-label={title}
      aria-describedby={described.join(' ') || undefined}
    >
      {!untitled && <h4 className={styles.title}>{title}</h4>}
      {description && (
        <p id={`${id}__hint`} className={styles.hint}>
          {description}
        </p>
      )}
      {children}
    </div>
  );
}

/** What a template calls a field. */
export function fieldTitle(
  field: Pick<FormFieldProps<any>, 'name' | 'schema' | 'uiSchema'>,
): string {
  return field.uiSchema['ui:title'] ?? field.schema.title ?? field.name;
}
