using System.CommandLine;
using AgentsMigration.Tool.Commands;
using AgentsMigration.Tool.Scan;

RootCommand root = new("Find, move and compare apps written for the Assistants API and Agents (classic).")
{
    new EmulateCommand(),
    new ScanCommand(),
};
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
