using AgentsMigration.Analyzers.Model;
using static AgentsMigration.Analyzers.Model.Equivalent;

namespace AgentsMigration.Analyzers.Equivalents;

internal static class AgentEquivalents
{
    public static readonly Equivalent Create = Becomes(
        LegacyRule.CreateAgent,
        "'AgentAdministrationClient.CreateAgentVersion'",
        "model, instructions and tools on each 'CreateResponseOptions'");
    public static readonly Equivalent Get = Becomes(
        LegacyRule.GetAgent,
        "'AgentAdministrationClient.GetAgent' by name, not by asst_ id",
        "a definition that the app keeps itself");
    public static readonly Equivalent List = Becomes(
        LegacyRule.GetAgent, "'AgentAdministrationClient.GetAgents'", "definitions that the app keeps itself");
    public static readonly Equivalent Update = Becomes(
        LegacyRule.UpdateAgent,
        "'AgentAdministrationClient.CreateAgentVersion' with the full definition",
        "a changed definition that the app keeps itself");
    public static readonly Equivalent Delete = Becomes(
        LegacyRule.DeleteAgent,
        "'AgentAdministrationClient.DeleteAgentVersion' or 'DeleteAgent'",
        "nothing: there is no assistant to delete");
    public static readonly Equivalent File = Lost(
        LegacyRule.AgentFile, "create an agent version whose code interpreter container lists the file");

    public static readonly Equivalent Options = Becomes(
        LegacyRule.AgentOption, "'DeclarativeAgentDefinition'", "'CreateResponseOptions'");
    public static readonly Equivalent Model = Option("Model");
    public static readonly Equivalent Instructions = Option("Instructions");
    public static readonly Equivalent Temperature = Option("Temperature");
    public static readonly Equivalent TopP = Option("TopP");
    public static readonly Equivalent Tools = Option("Tools");
    public static readonly Equivalent Name = Becomes(
        LegacyRule.AgentOption, "the 'agentName' of 'CreateAgentVersion', unique and name-safe", "a name in the app");
    public static readonly Equivalent Describe = Becomes(
        LegacyRule.AgentOption, "'ProjectsAgentVersionCreationOptions.Description'", "a description in the app");
    public static readonly Equivalent Metadata = Becomes(
        LegacyRule.AgentOption, "'ProjectsAgentVersionCreationOptions.Metadata'", "'CreateResponseOptions.Metadata'");
    public static readonly Equivalent Format = Becomes(
        LegacyRule.AgentOption,
        "'TextOptions' with a 'ResponseTextFormat' on the definition",
        "'CreateResponseOptions.TextOptions' with a 'ResponseTextFormat'");
    public static readonly Equivalent Page = Becomes(
        LegacyRule.AgentOption, "the arguments of 'AgentAdministrationClient.GetAgents'", "paging in the app");

    public static readonly Equivalent Property = Becomes(
        LegacyRule.AgentProperty, "the same property of 'ProjectsAgentVersion' or its 'Definition'",
        "a value of the definition that the app keeps itself");
    public static readonly Equivalent Id = Becomes(
        LegacyRule.AgentProperty, "'ProjectsAgentVersion.Name' with 'Version'", "an id of the app's own");

    private static Equivalent Option(string name) => Becomes(
        LegacyRule.AgentOption, $"'DeclarativeAgentDefinition.{name}'", $"'CreateResponseOptions.{name}'");
}
