using AgentsMigration.LegacyPrograms.Running;

// One world for all, so that each program runs once as it is; one at a time, since the console and the environment are
// the process's.
[assembly: AssemblyFixture(typeof(ProgramWorld))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
