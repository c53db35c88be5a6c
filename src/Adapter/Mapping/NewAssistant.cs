using AgentsMigration.Adapter.State;

namespace AgentsMigration.Adapter.Mapping;

/// <summary>An assistant as a legacy request asks for it, but for resources that must be made first.</summary>
/// <param name="Settings">What it says.</param>
/// <param name="Resources">Files and stores by tool; null where the request named none.</param>
/// <param name="Files">Files for every tool; null where the request named none.</param>
internal sealed record NewAssistant(AssistantSettings Settings, NewToolResources? Resources, IReadOnlyList<string>? Files);
