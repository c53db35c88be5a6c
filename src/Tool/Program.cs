using System.CommandLine;
using AgentsMigration.Tool.Commands;
using AgentsMigration.Tool.Compare;
using AgentsMigration.Tool.Doctor;
using AgentsMigration.Tool.Fix;
using AgentsMigration.Tool.Scan;
using AgentsMigration.Tool.Serve;

RootCommand root = new("Find, move and compare apps written for the Assistants API and Agents (classic).")
{
    new CompareCommand(),
    new DeprecationCommand(),
    new DoctorCommand(),
    new EmulateCommand(),
    new FixCommand(),
    new ScanCommand(),
    new ServeCommand(),
};
ParseResult parsed = root.Parse(args);
InvocationConfiguration invocation = new();
// The others end at once; a server lets its answers end first.
if (parsed.CommandResult.Command is ServeCommand)
    invocation.ProcessTerminationTimeout = GatewayProcess.LongestStop;
int exitCode = await parsed.InvokeAsync(invocation).ConfigureAwait(false);
// Of this command 1 means that the sides differ; without arguments that make sense nothing was compared.
return parsed.CommandResult.Command is CompareCommand && parsed.Errors.Count > 0 ? CompareCommand.NotRun : exitCode;
