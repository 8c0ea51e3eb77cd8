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

// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_statements', table => {
    table.comment('What Git says of each cluster, as it was last read');
    table.string('arn', 200).primary();
    table
      .string('repository', 100)
      .notNullable()
      .comment('Id; empty where none describes it');
    table.text('path').notNullable();
    table.string('provisioner', 63).notNullable();
    table
      .string('head', 64)
      .notNullable()
      .comment('The commit that it holds at');
    table.string('read_at', 24).notNullable();
    table
      .string('problem_code', 20)
      .notNullable()
      .comment('Why it is not known; empty where it is');
    table.text('problem').notNullable();
    table.string('hash', 64).notNullable().comment('Of all but head and time');
    table.text('document').notNullable().comment('JSON');
  });
  await knex.schema.createTable('cluster_drift', table => {
    table.comment('How each cluster compares with Git, as it was last judged');
    table.string('arn', 200).primary();
    table
      .string('created_at', 24)
      .notNullable()
      .comment('Of the cluster: a recreated one is another');
    table.string('state', 10).notNullable();
    table.string('since', 24).notNullable();
    table.string('judged_at', 24).notNullable();
    table
      .string('fingerprint', 64)
      .notNullable()
      .comment('Of all that it follows from');
    table.text('document').notNullable().comment('JSON');
    table.index(['state'], 'cluster_drift_state_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cluster_drift');
  await knex.schema.dropTable('cluster_statements');
};
