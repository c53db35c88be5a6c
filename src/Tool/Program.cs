using System.CommandLine;
using AgentsMigration.Tool.Commands;

RootCommand root = new("Find, move and compare apps written for the Assistants API and Agents (classic).")
{
    new EmulateCommand(),
};
return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
